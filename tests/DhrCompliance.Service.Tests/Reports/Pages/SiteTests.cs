using System.Text.RegularExpressions;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed partial class SiteTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    [Fact]
    public void Each_partnership_has_a_folder_whose_pages_lead_only_to_one_another()
    {
        var site = Written("site");

        Directory.GetDirectories(site).Select(Path.GetFileName).Order().ShouldBe(["harrowmere", "thornbeck"]);
        var files = Directory.GetFiles(site, "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).ShouldContain("calendar.ics");
        files.Select(Path.GetFileName).ShouldContain("register.xlsx");
        File.Exists(Path.Combine(site, "harrowmere", "cases", "HAR-06-family.html")).ShouldBeTrue();
        foreach (var page in files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                var to = link.Groups[1].Value;
                if (!to.StartsWith('#') && !to.StartsWith("https://", StringComparison.Ordinal))
                {
                    File.Exists(Path.GetFullPath(to, Path.GetDirectoryName(page)!)).ShouldBeTrue($"{page}: {to}");
                }
            }

            File.ReadAllText(page).ShouldContain("Restricted until Home Office approval");
        }
    }

    [Fact]
    public void No_page_holds_an_address_of_a_person_or_a_note()
    {
        foreach (var page in Directory.GetFiles(Written("plain"), "*.html", SearchOption.AllDirectories))
        {
            DemoRegister.Body(DemoRegister.Parsed(File.ReadAllText(page))).ShouldNotContain("@", Case.Insensitive, page);
        }
    }

    [Fact]
    public void Others_on_the_machine_cannot_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var site = Written("private");

        foreach (var file in Directory.GetFiles(site, "*", SearchOption.AllDirectories))
        {
            File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead).ShouldBeFalse(file);
        }

        File.GetUnixFileMode(Path.Combine(site, "harrowmere")).HasFlag(UnixFileMode.OtherExecute).ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_longer_in_it_is_gone_and_nothing_half_made_stays()
    {
        var root = register.Path("swap");
        SiteFolder.Replace(root, "one", [("a.html", "1"u8.ToArray()), ("below/b.html", "2"u8.ToArray())]);
        SiteFolder.Replace(root, "one", [("a.html", "3"u8.ToArray())]);

        Directory.GetFileSystemEntries(root).Select(Path.GetFileName).ShouldBe(["one"]);
        Directory.GetFileSystemEntries(Path.Combine(root, "one")).Select(Path.GetFileName).ShouldBe(["a.html"]);
        File.ReadAllText(Path.Combine(root, "one", "a.html")).ShouldBe("3");
    }

    [Fact]
    public void A_making_that_fails_leaves_what_was_there()
    {
        var root = register.Path("fails");
        SiteFolder.Replace(root, "one", [("a.html", "1"u8.ToArray())]);
        Should.Throw<InvalidOperationException>(() => SiteFolder.Replace(root, "one", Failing()));

        File.ReadAllText(Path.Combine(root, "one", "a.html")).ShouldBe("1");
        Directory.GetFileSystemEntries(root).Select(Path.GetFileName).ShouldBe(["one"]);

        static IEnumerable<(string, ReadOnlyMemory<byte>)> Failing()
        {
            yield return ("a.html", "2"u8.ToArray());
            throw new InvalidOperationException("in the middle");
        }
    }

    [SkippableFact]
    public void A_link_in_its_place_is_replaced_and_what_it_leads_to_stays()
    {
        Skip.If(OperatingSystem.IsWindows());
        var (root, elsewhere) = (register.Path("linked"), register.Path("elsewhere"));
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(elsewhere);
        File.WriteAllText(Path.Combine(elsewhere, "kept"), "kept");
        Directory.CreateSymbolicLink(Path.Combine(root, "one"), elsewhere);

        SiteFolder.Replace(root, "one", [("a.html", "1"u8.ToArray())]);

        File.ReadAllText(Path.Combine(elsewhere, "kept")).ShouldBe("kept");
        new DirectoryInfo(Path.Combine(root, "one")).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void Without_the_setting_nothing_is_written()
    {
        using var output = new StringWriter();
        Round(null, output).Write(new DateOnly(2026, 11, 20), CancellationToken.None).ShouldBe(0);
    }

    private string Written(string name)
    {
        var site = register.Path(name);
        using var output = new StringWriter();
        Round(site, output).Write(new DateOnly(2026, 11, 20), CancellationToken.None).ShouldBe(2);
        output.ToString().ShouldBeEmpty();
        return site;
    }

    private SiteRound Round(string? site, TextWriter output)
    {
        var surroundings = new Surroundings(site is null ? new() : new Dictionary<string, string> { ["DHR_Reports__SiteFolder"] = site }, register.Path("."), AppContext.BaseDirectory);
        var settings = SettingsReader.Read(new SettingOptions(Ledger: register.Path("demo/register.db")), surroundings);
        return new SiteRound(settings, new Invocation(output, output, surroundings, new ManualClock(), "tester", "bench"));
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
