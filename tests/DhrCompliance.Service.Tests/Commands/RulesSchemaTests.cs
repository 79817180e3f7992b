using System.Text.Json;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class RulesSchemaTests
{
    private static readonly string[] Names = ["vocabulary.json", "pack.json", "escalation-paths.json", "scenarios.json", "notices.json", "words.json"];

    [Fact]
    public void All_are_printed_as_one_document()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "schema");

        run.Code.ShouldBe(0, run.Errors);
        var all = JsonDocument.Parse(run.Output).RootElement;
        all.EnumerateObject().Select(one => one.Name).ShouldBe(Names);
        all.GetProperty("pack.json").GetProperty("properties").GetProperty("status").GetProperty("enum")[0].GetString().ShouldBe("in-force");
    }

    [Fact]
    public void They_are_written_into_a_folder_and_what_is_there_already_is_left_alone()
    {
        using var program = new TestProgram();

        var first = program.Run("rules", "schema", "--out", "made/schema");
        File.WriteAllText(program.Path("made/schema/words.json"), "old");
        var second = program.Run("rules", "schema", "--out", "made/schema");

        (first.Code, second.Code).ShouldBe((0, 0));
        Directory.EnumerateFiles(program.Path("made/schema")).Select(path => Path.GetFileName(path)!).ShouldBe(Names, ignoreOrder: true);
        Lines(first).ShouldBe(Names.Select(name => $"made/schema/{name}: new"));
        Lines(second).ShouldBe([.. Names[..^1].Select(name => $"made/schema/{name}: as it was"), "made/schema/words.json: changed"]);
        File.ReadAllText(program.Path("made/schema/pack.json")).TrimEnd().ShouldBe(program.Run("rules", "schema", "pack").Output.ReplaceLineEndings("\n").TrimEnd());
        program.Run("rules", "schema", "--out", "made/schema", "--quiet").Output.ShouldBeEmpty();
    }

    [Fact]
    public void The_words_are_those_of_the_rules_at_hand()
    {
        using var program = new TestProgram();
        program.Write("rules/words.yaml", "events:\n  - name: newly-declared\n    title: the new event\n");

        var run = program.Run("rules", "schema", "words");

        run.Code.ShouldBe(0, run.Errors);
        var offered = JsonDocument.Parse(run.Output).RootElement.GetProperty("definitions").GetProperty("events").GetProperty("anyOf").EnumerateArray().Skip(1).ToList();
        var word = offered.ShouldHaveSingleItem();
        word.GetProperty("enum")[0].GetString().ShouldBe("newly-declared");
        word.GetProperty("enumDescriptions")[0].GetString().ShouldBe("the new event");
    }

    [Fact]
    public void An_unknown_name_and_a_name_beside_a_folder_are_refused_with_what_to_type()
    {
        using var program = new TestProgram();

        var unknown = program.Run("rules", "schema", "packs");
        var both = program.Run("rules", "schema", "pack", "--out", "made");

        (unknown.Code, both.Code).ShouldBe((2, 2));
        unknown.Errors.ShouldContain("There is no schema 'packs'. There are: vocabulary, pack, escalation-paths, scenarios, notices, words.");
        both.Errors.ShouldContain("leave out the name");
        Directory.Exists(program.Path("made")).ShouldBeFalse();
    }

    [Fact]
    public void Rules_with_a_mistake_give_none()
    {
        using var program = new TestProgram();
        program.Write("rules/words.yaml", "events:\n  - nam: slipped\n");

        var run = program.Run("rules", "schema", "--out", "made");

        run.Code.ShouldBe(3);
        run.Errors.ShouldContain("DHR011");
        Directory.Exists(program.Path("made")).ShouldBeFalse();
    }

    private static IEnumerable<string> Lines(ProgramRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'));
}
