using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>The import under the rules that stand in the repository.</summary>
public sealed class RealRulesTests
{
    private static readonly Rulebook Rules = RulebookReader.Read(
        [.. Repository.Files("rules", ".yaml", ".csv").Select(path => new RuleFile(path, File.ReadAllBytes(Path.Combine(Repository.Root, path))))]).Rulebook!;

    private static readonly KnownWords Known = KnownWords.Of(Rules);

    [Fact]
    public void An_export_into_an_empty_register_gives_equal_audits()
    {
        using var one = new TemporaryRegister();
        using var other = new TemporaryRegister();
        var (from, to) = (one.Open(), other.Open());

        Import(from, Path.Combine(Repository.Root, "tests/data/real-timelines"));
        RegisterExport.Write(from.Rows(), Known, Path.Combine(one.Folder, "export"));
        Import(to, Path.Combine(one.Folder, "export"));

        Digests(from).Length.ShouldBe(13);
        Digests(to).ShouldBe(Digests(from));
    }

    [Fact]
    public void No_fact_and_no_attribute_has_the_name_of_a_column_that_its_table_has_already()
    {
        var vocabulary = Rules.Vocabulary;
        string[] Own(TableName table) => [.. TableColumns.Of(table, Known).Select(column => column.Name)];

        vocabulary.Facts.Where(fact => fact.Of is null).Select(fact => fact.Name).Intersect(Own(TableName.Cases)).ShouldBeEmpty();
        vocabulary.Facts.Where(fact => fact.Of is not null).Select(fact => fact.Name).Intersect(Own(TableName.Items)).ShouldBeEmpty();
        vocabulary.Events.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name).Intersect(Own(TableName.Events)).ShouldBeEmpty();
    }

    private static void Import(LedgerDatabase database, string folder)
    {
        var plan = ImportPlan.Make(ImportFolder.Read(folder, Known), database.Rows(), Known, Importing.Today);
        plan.Said().ShouldBeEmpty();
        using var writer = database.Write(new Act("import", "tester", "here", "0.0.0"));
        plan.Apply(writer).IsToCommit.ShouldBeTrue();
        writer.Commit();
    }

    private static string[] Digests(LedgerDatabase database)
    {
        var compiled = CompiledRulebook.Compile(Rules);
        using var codec = new AssessmentCodec();
        return [.. database.CaseFiles().Select(file => codec.Encode(compiled.Assess(compiled.Bind(file), Importing.Today))).Select(encoded => encoded.Digest)];
    }
}
