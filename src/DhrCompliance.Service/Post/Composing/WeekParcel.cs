using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>How a partnership stands in a week, for one person.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Address">To whom.</param>
/// <param name="Notice">The notice that tells it.</param>
/// <param name="IsNew">False: the register has it already, and its mail was discarded.</param>
/// <param name="Report">What is told.</param>
public sealed record WeekParcel(string Partnership, string Address, NoticeRow Notice, bool IsNew, WeekReport Report);
