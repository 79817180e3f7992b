using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using DhrCompliance.Assessments;

namespace DhrCompliance.Service.Ledger.Storing;

/// <summary>What the two ends of the stored form agree on. A form that is in registers is never changed, only followed by another.</summary>
internal static class StoredForm
{
    private const byte BrotliJson = 1;
    private const int Head = 1 + sizeof(int);
    private const int Quality = 0;
    private const int Window = 16;

    /// <summary>No assessment is larger; what says it is was not written by this program.</summary>
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>True: the numbers of the reason follow from the day assessed and from dates that stand elsewhere in the assessment.</summary>
    public static bool IsDaily(ReasonTemplate template) => template
        is ReasonTemplate.InTime
        or ReasonTemplate.Late
        or ReasonTemplate.InTimeOrLate
        or ReasonTemplate.DueIn
        or ReasonTemplate.OverdueBy
        or ReasonTemplate.OutstandingFor;

    public static byte[] Compress(ReadOnlySpan<byte> json)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Head + BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            rented[0] = BrotliJson;
            BinaryPrimitives.WriteInt32BigEndian(rented.AsSpan(1), json.Length);
            if (!BrotliEncoder.TryCompress(json, rented.AsSpan(Head), out var written, Quality, Window))
            {
                throw new InvalidOperationException("The compressor refused a buffer of the size it asked for.");
            }

            return rented.AsSpan(0, Head + written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public static byte[] Decompress(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < Head || payload[0] != BrotliJson)
        {
            throw new InvalidDataException("This is not a stored assessment of a form that this version reads.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(payload[1..]);
        if (length is < 0 or > Largest)
        {
            throw new InvalidDataException("The stored assessment is damaged: its length cannot be.");
        }

        var json = new byte[length];
        return BrotliDecoder.TryDecompress(payload[Head..], json, out var written) && written == length
            ? json
            : throw new InvalidDataException("The stored assessment is damaged: it cannot be unpacked.");
    }
}
