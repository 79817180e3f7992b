using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Escalations.Foreseeing;

/// <summary>What comes of itself on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Changed">Rows that are in another state than before.</param>
/// <param name="Letters">What somebody is written to about, or may be once a person approves it.</param>
public sealed record Coming(DateOnly Day, ImmutableArray<ChangedRow> Changed, ImmutableArray<Notice> Letters);
