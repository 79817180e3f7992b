using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The class and the sign of a tone: what colour says, a sign says too.</summary>
internal static class BoardMarks
{
    public static string Class(StateTone tone) => tone switch
    {
        StateTone.Wrong => "wrong",
        StateTone.Soon => "soon",
        StateTone.Open => "open",
        StateTone.Still => "still",
        StateTone.Good => "good",
        _ => "quiet",
    };

    public static string Sign(StateTone tone) => tone switch
    {
        StateTone.Wrong => "!",
        StateTone.Soon => "▲",
        StateTone.Open => "?",
        StateTone.Still => "‖",
        StateTone.Good => "✓",
        _ => "·",
    };
}
