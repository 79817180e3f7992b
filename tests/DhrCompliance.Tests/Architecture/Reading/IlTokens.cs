using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>The metadata tokens that stand in a method body, in their order.</summary>
internal static class IlTokens
{
    private static readonly ImmutableDictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToImmutableDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<Handle> In(ImmutableArray<byte> body)
    {
        var at = 0;
        while (at < body.Length)
        {
            int value = body[at++];
            if (value == 0xFE)
            {
                value = 0xFE00 | body[at++];
            }

            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineString)
            {
                yield return MetadataTokens.UserStringHandle(Int32At(body, at) & 0x00FF_FFFF);
            }
            else if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                or OperandType.InlineType or OperandType.InlineSig)
            {
                yield return MetadataTokens.EntityHandle(Int32At(body, at));
            }

            at += OperandSize(operand, body, at);
        }
    }

    private static int OperandSize(OperandType operand, ImmutableArray<byte> body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Int32At(body, at)),
        _ => 4,
    };

    private static int Int32At(ImmutableArray<byte> body, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at, 4));
}
