using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed partial class BrokenFilesTests
{
    /// <summary>Told where one path is given twice, which no folder can do, of a file too large for a checkout, and after a thousand others: see <see cref="WholeSetTests"/> and <see cref="HostileTests"/>.</summary>
    private static readonly string[] NotOfAFolder = [Codes.SamePath, Codes.TooLarge, Codes.TooMany];

    /// <summary>Of the texts of mails, of which a folder has all or none, and of a title: see <see cref="NoticeTextsTests"/> and <see cref="TellingTitleTests"/>.</summary>
    private static readonly string[] OfTheirOwn =
        [Codes.UnknownField, Codes.NeededField, Codes.MarkInText, Codes.TextsMissing, Codes.TextMissing, Codes.PostRole, Codes.TextsTwice, Codes.TellingTitle];

    public static TheoryData<string> Names => [.. BrokenFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_gives_what_the_list_says_and_no_more(string name)
    {
        var reading = RulebookReader.Read(BrokenFiles.Set(name));

        var found = BrokenFiles.Found(name, reading.Diagnostics);
        (found == BrokenFiles.Expected[name]).ShouldBeTrue($"{name}\n  expected {BrokenFiles.Expected[name]}\n  found    {found}\n{DiagnosticText.Of(reading.Diagnostics.Take(5))}");
        (reading.Rulebook is null).ShouldBe(reading.Diagnostics.Any(found => found.Severity == Severity.Error));
    }

    [Fact]
    public void The_list_names_every_file_and_no_other() => BrokenFiles.Expected.Keys.ShouldBe(BrokenFiles.Names, ignoreOrder: true);

    [Fact]
    public void The_files_that_the_others_stand_among_are_whole()
    {
        var name = BrokenFiles.Names.First(one => one.EndsWith("-is-fine.yaml", StringComparison.Ordinal));

        RulebookReader.Read(BrokenFiles.Set(name)).Rulebook.ShouldNotBeNull();
    }

    [Fact]
    public void Every_documented_code_is_given_by_one_of_them() =>
        DocumentedCodesTests.Documented.Except(NotOfAFolder).Except(OfTheirOwn).Except(BrokenFiles.Expected.Values.SelectMany(told => Code().Matches(told).Select(match => match.Value)))
            .ShouldBeEmpty("each code has a file that gives it, which is its example");

    [GeneratedRegex("DHR[0-9]{3}")]
    private static partial Regex Code();
}
