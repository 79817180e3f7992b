using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>The schema of a file: its form, and the forms within it, as definitions.</summary>
internal sealed class FormSchema
{
    private readonly JsonObject _definitions = [];
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly ShapeSchema _shapes;

    private FormSchema() => _shapes = new ShapeSchema(Reference);

    public static JsonObject Of(Form file)
    {
        var writer = new FormSchema();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$comment"] = "Made by 'dhr rules schema'. Do not edit.",
        };
        foreach (var (name, value) in writer.Write(file).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["definitions"] = writer._definitions;
        return schema;
    }

    private JsonObject Reference(Form form)
    {
        if (_begun.Add(form.Id))
        {
            _definitions[form.Id] = null; // its place, before those of the forms within it
            _definitions[form.Id] = Write(form);
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{form.Id}" };
    }

    private JsonObject Write(Form form)
    {
        var properties = new JsonObject();
        foreach (var key in form.Keys)
        {
            properties[key.Name] = Described(key.Says, _shapes.Of(key.Value));
        }

        var schema = new JsonObject { ["title"] = form.Title, ["type"] = "object" };
        if (properties.Count > 0)
        {
            schema["properties"] = properties;
        }

        if (form.Keys.Any(key => key.IsNeeded))
        {
            schema["required"] = Json.Texts(form.Keys.Where(key => key.IsNeeded).Select(key => key.Name));
        }

        schema["additionalProperties"] = form.Others is { } others ? Others(others) : false;
        BondSchema.Write(form.Bonds, schema);
        if (form.Others is { Words: not WordList.None } open)
        {
            ((JsonArray)(schema["allOf"] ??= new JsonArray())).Add(ShapeSchema.Keys(open.Words));
        }

        return schema;
    }

    private JsonObject Others(OtherKeys others) => others.Says is { } says ? Described(says, _shapes.Of(others.Value)) : _shapes.Of(others.Value);

    private static JsonObject Described(string says, JsonObject schema)
    {
        schema.Insert(0, "description", says);
        return schema;
    }
}
