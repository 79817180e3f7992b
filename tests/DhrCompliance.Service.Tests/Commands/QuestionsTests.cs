using System.Text.Json;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>What to ask of published timelines, in which hardly any date is whole.</summary>
public sealed class QuestionsTests : IDisposable
{
    private readonly TestProgram _program = Timelines.Imported();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_question_that_settles_most_comes_first_and_every_one_of_the_audit_is_there()
    {
        var questions = JsonDocument.Parse(_program.Run("questions", "--format", "json").Output).RootElement.GetProperty("questions").EnumerateArray().ToList();

        questions.Count.ShouldBe(_program.Audit().GetProperty("cases").EnumerateArray().Sum(one => one.GetProperty("questions").GetArrayLength()));
        var settles = questions.Select(question => question.GetProperty("settles").GetInt32()).ToList();
        settles.ShouldBe(settles.OrderDescending());
        settles[0].ShouldBeGreaterThan(1);
        questions.ShouldContain(question => question.Text("case") == "R17" && question.Text("text")!.Contains("Saturday", StringComparison.Ordinal) && question.GetProperty("settles").GetInt32() == 0);
    }

    [Fact]
    public void Table_list_and_csv_say_the_same()
    {
        var list = _program.Run("questions", "--case", "R02", "--format", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        list[0].ShouldBe("case\tabout\titem\tquestion\tsettles\tlive");
        list.Length.ShouldBeGreaterThan(1);
        _program.Run("questions", "--case", "R02", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(list.Length);
        var table = _program.Run("questions", "--case", "R02");
        table.Code.ShouldBe(ExitCode.Done);
        table.Output.ShouldContain("To answer: dhr event add");
    }

    [Fact]
    public void An_answer_takes_its_question_away()
    {
        var before = Count("decision");
        before.ShouldBe(1);
        _program.Run("event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=review").Code.ShouldBe(ExitCode.Done);

        Count("decision").ShouldBe(0);

        int Count(string about) => JsonDocument.Parse(_program.Run("questions", "--case", "R02", "--format", "json").Output)
            .RootElement.GetProperty("questions").EnumerateArray().Count(question => question.Text("about") == about);
    }

    [Fact]
    public void A_case_that_is_not_there_is_told_with_what_may_be_meant() => _program.Run("questions", "--case", "R2").Errors.ShouldContain("did you mean");
}
