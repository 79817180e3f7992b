using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>What an audit's headline counts. Live cases, unless something else is said.</summary>
internal sealed class AuditTally(Vocabulary vocabulary)
{
    public int Reviews { get; private set; }

    public int Partnerships { get; private set; }

    /// <summary>Reviews that are closed or loaded history.</summary>
    public int Historic { get; private set; }

    public int Overdue { get; private set; }

    public int Fails { get; private set; }

    /// <summary>Cases with something overdue or out of order.</summary>
    public int WrongCases { get; private set; }

    public int CannotTell { get; private set; }

    /// <summary>Cases of which something cannot be told.</summary>
    public int UnclearCases { get; private set; }

    public int DueSoon { get; private set; }

    /// <summary>What is overdue with a recorded reason and a next step.</summary>
    public int Explained { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Cases with any row.</summary>
    public int CasesWithRows { get; private set; }

    /// <summary>Counts a case.</summary>
    public void Add(CaseFile file, Assessment assessment)
    {
        var one = CaseTally.Of(assessment);
        var isReview = file.Kind is SubjectKind.Review;
        if (!assessment.Live)
        {
            Historic += isReview ? 1 : 0;
            return;
        }

        Reviews += isReview ? 1 : 0;
        Partnerships += isReview ? 0 : 1;
        (Overdue, Fails, DueSoon, CannotTell) = (Overdue + one.Overdue, Fails + one.Fails, DueSoon + one.DueSoon, CannotTell + one.CannotTell);
        WrongCases += one.Overdue + one.Fails > 0 ? 1 : 0;
        UnclearCases += one.CannotTell > 0 ? 1 : 0;
        Explained += one.Overdue == 0 ? 0 : ExplainedIn(file, assessment);
        var rows = assessment.Timescales.Length + assessment.Checks.Length;
        Rows += rows;
        CasesWithRows += rows > 0 ? 1 : 0;
    }

    private int ExplainedIn(CaseFile file, Assessment assessment)
    {
        var time = CaseTime.Of(file, vocabulary);
        return assessment.Timescales.Count(row => row.State is TimescaleState.Overdue && Assessments.Explaining.Explained.Of(time, row.Rule, assessment.AsOf) is not null);
    }
}

/// <summary>What of a case needs somebody, live or not.</summary>
internal readonly record struct CaseTally(int Overdue, int Fails, int DueSoon, int CannotTell)
{
    public static CaseTally Of(Assessment assessment)
    {
        int Timescales(TimescaleState state) => assessment.Timescales.Count(row => row.State == state);
        int Checks(CheckState state) => assessment.Checks.Count(row => row.State == state);
        return new(
            Timescales(TimescaleState.Overdue), Checks(CheckState.Fails), Timescales(TimescaleState.DueSoon), Timescales(TimescaleState.CannotTell) + Checks(CheckState.CannotTell));
    }
}
