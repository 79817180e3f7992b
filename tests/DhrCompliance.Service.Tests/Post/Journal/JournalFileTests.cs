using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Service.Post.Journal;

namespace DhrCompliance.Service.Tests.Post.Journal;

/// <summary>The file outside the register: what is in it stays readable, whatever a crash left at its end.</summary>
public sealed class JournalFileTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-journal-").FullName;

    private string Place => Path.Combine(_folder, "outbox.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_added_is_told_by_the_next_opening_in_its_order()
    {
        Add(Line("1"), Line("2"));
        Add(Line("3", isSent: false));

        Read().Select(line => (line.Delivery, line.IsSent, line.At, line.Notices.Length)).ShouldBe([("1", true, At, 2), ("2", true, At, 2), ("3", false, At, 2)]);
    }

    [Fact]
    public void The_salt_is_made_once_for_each_file()
    {
        byte[] Salt(string name)
        {
            using var file = JournalFile.Open(Path.Combine(_folder, name), _ => { });
            return file.Salt;
        }

        Salt("a").ShouldBe(Salt("a"));
        Salt("b").ShouldNotBe(Salt("a"));
    }

    [Fact]
    public void A_last_line_that_was_cut_off_anywhere_goes_and_the_others_stay()
    {
        Add(Line("1"), Line("2"));
        var whole = File.ReadAllBytes(Place);
        var lastLine = Encoding.ASCII.GetString(whole).TrimEnd('\n').LastIndexOf('\n') + 1;
        for (var length = lastLine; length < whole.Length; length++)
        {
            File.WriteAllBytes(Place, whole[..length]);

            Read().Select(line => line.Delivery).ShouldBe(["1"]);
            Add(Line("3"));
            Read().Select(line => line.Delivery).ShouldBe(["1", "3"]);
        }
    }

    [Fact]
    public void A_first_line_that_was_cut_off_is_written_anew()
    {
        Add();
        var whole = File.ReadAllBytes(Place);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Place, whole[..length]);
            Read().ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(0, "its first line is not that of a journal")]
    [InlineData(1, "its line 2 is not as it was written")]
    [InlineData(2, "its line 3 is not as it was written")]
    public void A_line_that_was_changed_is_named(int number, string words)
    {
        Add(Line("1"), Line("2"));
        var lines = File.ReadAllLines(Place);
        for (var at = 0; at < lines[number].Length - (number == 0 ? 33 : 0); at++)
        {
            var changed = lines.ToArray();
            changed[number] = string.Concat(lines[number].AsSpan(0, at), lines[number][at] == 'x' ? "y" : "x", lines[number].AsSpan(at + 1));
            File.WriteAllText(Place, string.Join('\n', changed) + "\n");

            Should.Throw<InvalidDataException>(() => Read(), changed[number]).Message.ShouldBe(words);
        }
    }

    [Fact]
    public void Only_one_at_a_time_may_add_to_it()
    {
        using var file = JournalFile.Open(Place, _ => { });
        Should.Throw<IOException>(() => Read());
    }

    [SkippableFact]
    public void Only_its_owner_and_group_may_read_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "rights of files are Unix's");
        Add(Line("1"));
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        (File.GetUnixFileMode(Place) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)).ShouldBe(default);
    }

    private static JournalLine Line(string delivery, bool isSent = true) =>
        new(At, isSent, delivery, $"<{delivery}@example.org>", "a1", ["b2", "c3"]);

    private void Add(params JournalLine[] lines)
    {
        using var file = JournalFile.Open(Place, _ => { });
        file.Add(lines);
    }

    private ImmutableArray<JournalLine> Read()
    {
        var lines = ImmutableArray.CreateBuilder<JournalLine>();
        using var file = JournalFile.Open(Place, lines.Add);
        return lines.ToImmutable();
    }
}
