using System.Text;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Validation;

namespace Isonomia.Reporting.Reference;

/// <summary>The parts of the documentation that are made from the library itself, so that they cannot drift from
/// it.</summary>
public static class ReferenceMarkdown
{
    /// <summary>A section for every biomarker: definition, formula, direction, evidence, source, numbers,
    /// settings.</summary>
    public static string Biomarkers()
    {
        var text = new StringBuilder();
        var told = new HashSet<string>();
        foreach (var biomarker in BiomarkerLibrary.Descriptions)
        {
            var definition = biomarker.Definition;
            text.Append($"\n## `{biomarker.Name}`: {definition.Title}\n\n");
            text.Append($"{definition.Formula}\n\n");
            text.Append($"- **More excitation**: it {Moves(definition.MoreExcitation)}; ");
            text.Append($"evidence {definition.Evidence.InWords()}.\n");
            text.Append($"- **Source**: {Sentence(definition.Source)}\n");
            text.Append($"- **Caution**: {Sentence(definition.Caution)}\n\n");
            if (definition.Quantities.Count > 0)
            {
                var quantities = definition.Quantities.Select(q => new[] { $"`{q.Key}`", Cell(q.Value) });
                text.Append(MarkdownText.Table(["number", "meaning"], quantities, words: true));
                text.Append('\n');
            }

            // What several biomarkers can be set by is told with the one of that name, else where it first comes up.
            var own = biomarker.Settings.Where(s => IsOwn(s, biomarker) && told.Add(s.Key)).ToArray();
            var shared = biomarker.Settings.Except(own).Select(s => $"`{Group(s)}.*`").Distinct().ToArray();
            if (own.Length > 0)
                text.Append(Table(own));
            if (shared.Length > 0)
                text.Append($"{(own.Length > 0 ? "\n" : "")}Also set by {string.Join(", ", shared)}.\n");
        }

        return text.ToString();
    }

    /// <summary>A table of everything that can be set for a measurement.</summary>
    public static string Settings() => Table(RecordingMeasurer.DefaultSettings.Known);

    private static string Table(IEnumerable<Setting> settings) => MarkdownText.Table(["setting", "default", "meaning"],
        settings.Select(s => new[] { $"`{s.Key}`", $"`{s.Default}`", Cell(s.Meaning) }), words: true);

    private static string Group(Setting setting) => setting.Key.Split('.')[0];

    private static bool IsOwn(Setting setting, IBiomarkerDescription biomarker) =>
        Group(setting) == biomarker.Name || BiomarkerLibrary.Descriptions.All(b => b.Name != Group(setting));

    private static string Moves(Direction direction) => direction == Direction.Undecided
        ? "has no one direction"
        : direction.InWords();

    // A bar would end a cell; code spans do not protect it.
    private static string Cell(string text) => text.Replace("|", "\\|");

    private static string Sentence(string text) =>
        char.ToUpperInvariant(text[0]) + (text.EndsWith('.') ? text[1..] : text[1..] + ".");
}
