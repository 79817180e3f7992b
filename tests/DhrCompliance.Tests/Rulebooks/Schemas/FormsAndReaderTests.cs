using System.Text.Json;
using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>The forms that are declared are those that the readers read: a key that nobody asked for would be passed over in silence.</summary>
public sealed class FormsAndReaderTests
{
    private const string NoShape = "no shape that any key has";

    /// <summary>What a document says wrongly whatever the words are.</summary>
    private static readonly string[] Structural =
        [Codes.UnknownKey, Codes.NotYetUnderstood, Codes.MissingKey, Codes.WrongShape, Codes.NoValue, Codes.EmptyList, Codes.WordForm, Codes.ReservedWord, Codes.FileKind, Codes.Phrase, Codes.WrongPeriod, Codes.WrongDate];

    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly IReadOnlyList<FormPlace> Places = [.. FormSamples.Places];

    public static IEnumerable<object[]> Forms => Places.Where(place => place.Form.Others is null).Select(place => new object[] { place.File.Id, place.Form.Id });

    public static IEnumerable<object[]> Keys =>
        Places.SelectMany(place => FormSamples.Keys(place.Form).Select(key => new object[] { place.File.Id, place.Form.Id, key.Name }));

    [Fact]
    public void Every_form_is_met_in_some_file() => Places.Select(place => place.Form.Id).Distinct().ShouldBe(LeastOfForms.Ids, ignoreOrder: true);

    [Fact]
    public void No_two_forms_have_one_id() => Places.Select(place => place.Form).Distinct().Select(form => form.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_reader_reads_every_key_of_a_form(string file, string form, string key)
    {
        var place = Find(file, form);
        var text = Text(place, FormSamples.With(place.Form, key, new JsonArray(new JsonArray(NoShape))));

        // The value begins in the line of its key, and what is in it stands two lines below.
        var line = text.Split('\n').Index().Single(one => one.Item.Contains(NoShape, StringComparison.Ordinal)).Index - 1;
        Read(text).Where(found => found.Line >= line && found.Line <= line + 2 && found.Code != Codes.UnknownKey)
            .ShouldNotBeEmpty($"the reader passes over what stands at '{key}':\n{text}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_reader_takes_every_key_of_a_form(string file, string form, string key)
    {
        var place = Find(file, form);
        var text = Text(place, FormSamples.With(place.Form, key, FormSamples.Sample(FormSamples.Keys(place.Form).First(one => one.Name == key).Value)));

        Read(text).Where(found => Structural.Contains(found.Code)).Select(DiagnosticText.Of).ShouldBeEmpty(text);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_reader_refuses_any_other_key(string file, string form)
    {
        var place = Find(file, form);
        var text = Text(place, FormSamples.With(place.Form, "no-such-key", "sample"));

        Read(text).ShouldContain(found => found.Code == Codes.UnknownKey && found.Message.Contains("'no-such-key'", StringComparison.Ordinal), text);
    }

    private static FormPlace Find(string file, string form) => Places.Single(place => place.File.Id == file && place.Form.Id == form);

    private static string Text(FormPlace place, JsonObject mapping) => place.Around(mapping).ToJsonString(Lines);

    private static IEnumerable<Diagnostic> Read(string text) =>
        RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("base.yaml", LeastOfForms.Base), FilesOf.Text("sample.yaml", text)]).Diagnostics.Where(found => found.Path == "sample.yaml");
}
