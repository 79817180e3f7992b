using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake;

/// <summary>What was handed in, as text: nothing of it is believed yet.</summary>
internal sealed record IncomingRegister
{
    public ImmutableArray<Sheet> Sheets { get; init; } = [];

    /// <summary>Sheets on which a person filled in what commands would be asked for.</summary>
    public ImmutableArray<Form> Forms { get; init; } = [];

    /// <summary>Files that stand beside and were not read.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>Files that could not be read as a whole, each with why. Nothing of them is in <see cref="Sheets"/>.</summary>
    public ImmutableArray<Mistake> Mistakes { get; init; } = [];
}
