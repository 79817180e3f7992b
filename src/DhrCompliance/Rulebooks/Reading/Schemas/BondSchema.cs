using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>What keys ask of one another, as JSON Schema says it.</summary>
internal static class BondSchema
{
    public static void Write(IEnumerable<Bond> bonds, JsonObject schema)
    {
        var all = new JsonArray();
        var dependencies = new JsonObject();
        foreach (var bond in bonds)
        {
            switch (bond)
            {
                case NotEmpty:
                    schema["minProperties"] = 1;
                    break;
                case Needs needs:
                    Where(needs.Key)["anyOf"] = AnyOf(needs.Of)["anyOf"]!.DeepClone();
                    break;
                case NotAlone alone:
                    Where(alone.Key)["minProperties"] = 2;
                    break;
                case AtLeastOne one:
                    all.Add(AnyOf(one.Of));
                    break;
                case NotTogether apart:
                    for (var i = 0; i < apart.Of.Length - 1; i++)
                    {
                        Without(Where(apart.Of[i]), apart.Of.Skip(i + 1), $"one of {string.Join(", ", apart.Of)} is wanted, not two of them");
                    }

                    break;
                case NeededUnless needed:
                    all.Add(new JsonObject { ["if"] = Says(needed.Other, [needed.Says], needed.IsSaid), ["else"] = Json.Required(needed.Key) });
                    break;
                case OnlyWhere only:
                    all.Add(new JsonObject { ["if"] = Says(only.Other, only.Says, isSaid: true), ["then"] = Json.Required(only.Key), ["else"] = Without([], [only.Key], $"'{only.Key}' stands only beside '{only.Other}: {string.Join(" or ", only.Says)}'") });
                    break;
            }
        }

        JsonObject Where(string key) => (JsonObject)(dependencies[key] ??= new JsonObject());

        if (dependencies.Count > 0)
        {
            schema["dependencies"] = dependencies;
        }

        if (all.Count > 0)
        {
            schema["allOf"] = all;
        }
    }

    private static JsonObject AnyOf(IEnumerable<string> keys) => new() { ["anyOf"] = Json.All(keys.Select(key => Json.Required(key))) };

    /// <summary>Forbids keys by name, so that an editor marks the one that is too many.</summary>
    private static JsonObject Without(JsonObject schema, IEnumerable<string> keys, string message)
    {
        var properties = (JsonObject)(schema["properties"] ??= new JsonObject());
        foreach (var key in keys)
        {
            properties[key] = false;
        }

        schema["errorMessage"] = message;
        return schema;
    }

    private static JsonObject Says(string key, IEnumerable<string> words, bool isSaid)
    {
        var says = new JsonObject { ["properties"] = new JsonObject { [key] = new JsonObject { ["enum"] = Json.Texts(words) } } };
        if (isSaid)
        {
            says["required"] = Json.Texts([key]);
        }

        return says;
    }
}
