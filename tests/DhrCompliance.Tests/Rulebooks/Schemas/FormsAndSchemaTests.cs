using System.Text.Json.Nodes;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>What the schema takes and refuses, form by form: the same keys as the reader, see <see cref="FormsAndReaderTests"/>.</summary>
public sealed class FormsAndSchemaTests
{
    private static readonly IReadOnlyList<FormPlace> Places = [.. FormSamples.Places];

    [SkippableFact]
    public void The_schema_takes_every_key_of_a_form() => Validator.Validate(
            from place in Places
            from key in FormSamples.Keys(place.Form)
            select Of(place, key.Name, FormSamples.Sample(key.Value)))
        .Where(verdict => (verdict.AsText ?? verdict.Yaml12 ?? verdict.Yaml11) is not null)
        .ShouldBeEmpty();

    [SkippableFact]
    public void The_schema_refuses_any_other_key() => Validator.Validate(
            from place in Places
            where place.Form.Others is null
            select Of(place, "no-such-key", "sample"))
        .Where(verdict => verdict.AsText is null || verdict.Yaml12 is null)
        .ShouldBeEmpty();

    [SkippableFact]
    public void The_schema_refuses_a_mapping_without_a_needed_key() => Validator.Validate(
            from place in Places
            from key in place.Form.Keys
            where key.IsNeeded
            select new Document($"{place.Form.Id} without {key.Name}", $"{place.File.Id}.json", Without(place, key.Name).ToJsonString()))
        .Where(verdict => verdict.AsText is null)
        .ShouldBeEmpty();

    private static JsonObject Without(FormPlace place, string key)
    {
        var mapping = FormSamples.Least(place.Form);
        mapping.Remove(key).ShouldBeTrue($"{key} of {place.Form.Id} is needed, and its least mapping is without it");
        return place.Around(mapping);
    }

    private static Document Of(FormPlace place, string key, JsonNode value) =>
        new($"{place.Form.Id} in {place.File.Id}: {key}", $"{place.File.Id}.json", place.Around(FormSamples.With(place.Form, key, value)).ToJsonString());
}
