using System.Text;
using DhrCompliance.Rulebooks.Reading.Schemas;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>The schemas that are kept with the rules, and how rule files refer to them.</summary>
public sealed class SchemaFilesTests
{
    private const string Folder = "rules/schema";

    public static TheoryData<string> Names => [.. Validator.Schemas.Select(schema => schema.Name)];

    public static TheoryData<string> RuleFiles => [.. FilesOf.Folder("rules").Where(AcceptedFilesTests.IsYaml).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_kept_is_what_the_command_makes(string name)
    {
        var kept = File.ReadAllText(Path.Combine(Repository.Root, Folder, name));

        (kept == Validator.Schemas.Single(schema => schema.Name == name).Text).ShouldBeTrue($"{Folder}/{name} is older than the rules or the program: run 'dhr rules schema --out {Folder}'");
    }

    [Fact]
    public void Nothing_else_is_kept_there() =>
        Repository.Files(Folder, ".json").Select(path => Path.GetFileName(path)!).ShouldBe(Validator.Schemas.Select(schema => schema.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void A_rule_file_names_its_schema_in_its_first_line(string path)
    {
        var file = FilesOf.Folder("rules").Single(one => one.Path == path);
        var schema = $"{Folder}/{AcceptedFilesTests.Of(file).Schema}";
        var relative = Path.GetRelativePath(Path.GetDirectoryName(path)!, schema).Replace('\\', '/');

        Encoding.UTF8.GetString(file.Bytes.Span).Split('\n')[0].ShouldBe($"# yaml-language-server: $schema={relative}", $"the first line of {path} says to an editor which schema is meant");
    }

    [Fact]
    public void The_first_line_changes_nothing_that_is_read()
    {
        var files = FilesOf.Folder("rules");
        var without = files.Select(file => FilesOf.Text(file.Path, Encoding.UTF8.GetString(file.Bytes.Span).Replace("# yaml-language-server", "# ", StringComparison.Ordinal)));

        var (one, other) = (FilesOf.Rulebook(files), FilesOf.Rulebook(without));

        RuleSchemas.Of(other).ShouldBe(RuleSchemas.Of(one));
        other.Packs.SelectMany(pack => pack.Rules).Select(rule => rule.FullName).ShouldBe(one.Packs.SelectMany(pack => pack.Rules).Select(rule => rule.FullName));
    }

    [SkippableFact]
    public void A_word_that_was_declared_since_is_no_mistake() => Validator.Validate(
            new Document("vocabulary", "vocabulary.json", """
                events:
                  - name: newly-declared
                    held-by: newly-declared-role
                    implied-by: [newly-declared-too]
                """),
            new Document("pack", "pack.json", """
                pack: sample
                title: A title
                status: draft
                edition-of: a new series
                governs:
                  jurisdiction: [a new country]
                  by: [newly-declared]
                  from: 2027-04
                timescales:
                  - id: sample
                    title: A title
                    basis: stated
                    cite:
                      - source: A new document
                    owner: newly-declared-role
                    applies-when:
                      newly-declared-fact: [a new choice, yes]
                      every-of: newly-declared-item
                    starts: [newly-declared, newly-declared.new-date]
                    within: 12 months
                    met-by:
                      event: newly-declared-too
                      where:
                        new-attribute: a new value
                    paused-by: [a new reason]
                    tightens: new-pack/new-rule
                    escalation: new-path
                """),
            new Document("scenarios", "scenarios.json", """
                scenarios-of: new-pack
                scenarios:
                  - name: what it shows
                    about: [new-rule]
                    case:
                      facts:
                        newly-declared-fact: 16
                    steps:
                      - day: 2027-04-01
                        expect:
                          states:
                            new-rule A1: overdue
                          notices:
                            - new-role: new-step
                """))
        .Where(verdict => (verdict.AsText ?? verdict.Yaml12 ?? verdict.Yaml11) is not null)
        .ShouldBeEmpty();
}
