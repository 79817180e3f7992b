using System.Reflection;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Service.Tests.Architecture;

public sealed class ServiceArchitectureTests
{
    private const string Commands = "DhrCompliance.Service.Commands";
    private const string Serving = "DhrCompliance.Service.Commands.Serving";
    private const string Sweeps = "DhrCompliance.Service.Sweeps";
    private const string Ledger = "DhrCompliance.Service.Ledger";
    private const string Post = "DhrCompliance.Service.Post";
    private const string Reports = "DhrCompliance.Service.Reports";
    private const string Intake = "DhrCompliance.Service.Intake";

    private static readonly CodeAssembly Core = CodeAssembly.Read(Assembly.Load("DhrCompliance"));
    private static readonly CodeAssembly Service = CodeAssembly.Read(Assembly.Load("dhr"));

    private static readonly Arrows ServiceArrows = new("DhrCompliance.Service", new Dictionary<string, string[]>
    {
        ["Commands"] = ["Sweeps", "Intake", "Post", "Reports", "Operations", "Demo", "Ledger", "Settings", "Workbooks"],
        ["Sweeps"] = ["Post", "Ledger", "Settings"],
        ["Intake"] = ["Ledger", "Settings", "Workbooks"],
        ["Post"] = ["Ledger", "Settings"],
        ["Reports"] = ["Ledger", "Settings", "Workbooks"],
        ["Operations"] = ["Ledger", "Settings"],
        ["Ledger"] = ["Settings"],
        ["Demo"] = [], // the sample borough as import files: text, and nothing that reads it
        ["Settings"] = [],
        ["Workbooks"] = [], // sheets of text into a file: it knows no table of the register
    });

    [Fact]
    public void The_folders_of_the_service_use_each_other_along_the_arrows_only() =>
        ServiceArrows.Broken(Service).ShouldBeEmpty();

    [Fact]
    public void Every_package_stays_in_the_folder_that_it_serves()
    {
        Fence[] fences =
        [
            Fence.AroundPackage("Dapper", Ledger),
            Fence.AroundPackage("Microsoft.Data.Sqlite", Ledger),
            new("SQLitePCLRaw", type => type.Assembly.StartsWith("SQLitePCLRaw", StringComparison.Ordinal), Ledger),
            Fence.AroundNamespace("System.Data", Ledger),
            // An address is read wherever one is written down; what speaks to a mail server is not.
            new("mail", type => type.Namespace == "System.Net.Mail" && type.Name != "MailAddress", Post),
            Fence.AroundPackage("CsvHelper", Intake, Reports),
            Fence.AroundPackage("Spectre.Console", Commands, Reports),
            Fence.AroundPackage("System.CommandLine", Commands),
            Fence.AroundPackage("YamlDotNet"),
            Fence.AroundPackage("Quartz", Sweeps, Commands),
            // A workbook's parts are read in one place, within limits, and written in another.
            new("XML", type => type.Namespace == "System.Xml" && type.Name is "XmlReader" or "XmlWriter" or "XmlDocument", $"{Intake}.Reading.Workbooks", "DhrCompliance.Service.Workbooks"),
            Fence.AroundNamespace("Microsoft.AspNetCore.Builder", Serving),
            Fence.AroundNamespace("Microsoft.AspNetCore.Hosting", Serving),
            Fence.AroundNamespace("Microsoft.AspNetCore.Components", Reports),
        ];

        fences.SelectMany(fence => fence.Broken(Service)).ShouldBeEmpty();
    }

    [Fact]
    public void SQL_stands_in_the_ledger_and_nowhere_else() =>
        Service.Types
            .Where(type => !type.Outermost.Namespace.StartsWith(Ledger, StringComparison.Ordinal))
            .SelectMany(type => type.Strings.Where(Sql.LooksLike).Select(text => $"{type.Name}: {text}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_type_of_the_service_is_sealed_or_closed() => Shapes.Open(Service).ShouldBeEmpty();

    [Fact]
    public void No_interface_stands_for_a_single_class() => Shapes.LonelyInterfaces(Core, Service).ShouldBeEmpty();

    [Fact]
    public void The_service_names_no_duty_event_fact_or_role_of_a_rule_file() =>
        NamedWords.In(Service, RuleWords.Below("rules"), OurOwnWords.WithReasons).ShouldBeEmpty();

    [Fact]
    public void Every_migration_is_embedded_and_its_name_says_its_day_its_number_and_what_it_does() =>
        Migrations.Wrong(Repository.Files("src", ".sql"), Service.Resources).ShouldBeEmpty();
}
