using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Tests.Assessments.Explaining;

namespace DhrCompliance.Service.Tests.Reports.Json;

/// <summary>Cases are read, worded and written by threads of their own: nothing of that may be seen from outside.</summary>
public sealed class ManyCasesTests
{
    private const int Many = 1000;

    private static readonly AuditHeader Header = new(Sample.Day("2026-11-20"), null, SampleRules.TheRules);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(Many)]
    public void All_come_out_once_and_in_their_order(int count)
    {
        using var output = new MemoryStream();

        AuditJson.Write(output, Header, Cases().Take(count));

        using var audit = JsonDocument.Parse(output.ToArray());
        audit.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("reference").GetString())
            .ShouldBe(Cases().Take(count).Select(one => one.Assessment.Reference));
    }

    [Fact]
    public void What_goes_wrong_while_they_are_read_is_told_as_it_is()
    {
        var error = Should.Throw<InvalidDataException>(() => AuditJson.Write(Stream.Null, Header, Cases().Select((one, i) => i == Many ? throw new InvalidDataException("damaged") : one)));

        error.Message.ShouldBe("damaged");
    }

    [Fact]
    public void When_nothing_more_can_be_written_reading_has_ended_before_that_is_told()
    {
        var isReading = true;
        IEnumerable<(CaseFile, Assessment)> Endless()
        {
            try
            {
                foreach (var one in Cases())
                {
                    yield return one;
                }
            }
            finally
            {
                isReading = false;
            }
        }

        using var output = new FullDisk(room: 1 << 20);

        Should.Throw<IOException>(() => AuditJson.Write(output, Header, Endless())).Message.ShouldBe("No space left on device");

        isReading.ShouldBeFalse();
    }

    private static IEnumerable<(CaseFile File, Assessment Assessment)> Cases()
    {
        for (var i = 0; ; i++)
        {
            yield return (SampleRules.TheFile, SampleRules.TheAssessment with { Reference = $"C-{i}" });
        }
    }

    /// <summary>A file on a disk with so many bytes left.</summary>
    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer);
        }
    }
}
