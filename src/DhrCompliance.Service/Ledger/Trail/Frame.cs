using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>Values one after the other as bytes, each with its type and length, so that no two lists of values give the same bytes.</summary>
internal sealed class Frame
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    public Frame Start()
    {
        bytes.ResetWrittenCount();
        return this;
    }

    public Frame Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Head((byte)'t', length)[..length]);
        bytes.Advance(length);
        return this;
    }

    public Frame Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(Head((byte)'n', sizeof(long)), number);
        bytes.Advance(sizeof(long));
        return this;
    }

    public Frame AddNull()
    {
        Head((byte)'0', 0);
        return this;
    }

    public Frame Add(ReadOnlySpan<byte> value) => Add((byte)'b', value);

    /// <summary>The columns of the current row from one on.</summary>
    public Frame Add(Statement row, int from)
    {
        for (var column = from; column < row.Columns; column++)
        {
            switch (row.TypeOf(column))
            {
                case raw.SQLITE_NULL:
                    AddNull();
                    break;
                case raw.SQLITE_INTEGER:
                    Add(row.Number(column));
                    break;
                case raw.SQLITE_BLOB:
                    Add((byte)'b', row.Bytes(column));
                    break;
                default:
                    Add((byte)'t', row.Bytes(column));
                    break;
            }
        }

        return this;
    }

    public void Hash(Span<byte> hash) => SHA256.HashData(bytes.WrittenSpan, hash);

    public byte[] Hash() => SHA256.HashData(bytes.WrittenSpan);

    private Frame Add(byte type, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Head(type, value.Length));
        bytes.Advance(value.Length);
        return this;
    }

    private Span<byte> Head(byte type, int length)
    {
        var head = bytes.GetSpan(1 + sizeof(int) + length);
        head[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], length);
        bytes.Advance(1 + sizeof(int));
        return head[(1 + sizeof(int))..];
    }
}
