using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Strings of the code that name what only a rule file may name.</summary>
internal static class NamedWords
{
    /// <param name="assembly">The code.</param>
    /// <param name="words">What only rule files may name.</param>
    /// <param name="ours">Words of the engine's own that the vocabulary happens to use too, each with its reason.</param>
    public static IReadOnlyList<string> In(CodeAssembly assembly, RuleWords words, IReadOnlyDictionary<string, string> ours) =>
    [
        .. from type in assembly.Types
           from text in type.Strings
           from word in words.In(text)
           where !ours.ContainsKey(word)
           select $"{type.Name}: '{word}' in \"{text}\"",
    ];
}
