using System.Globalization;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Checks;

namespace Isonomia.Cli;

/// <summary>The catalogue for the terminal: the list, and one entry with all that stands behind it.</summary>
internal static class CataloguePage
{
    private const int Width = 100;

    /// <summary>Lists what there is.</summary>
    public static void PrintList(TextWriter output)
    {
        output.WriteLine("Hypotheses for research, each with its evidence. Nothing here is advice on treatment.");
        Print(output, "conditions", CatalogueLibrary.Conditions.GroupBy(c => c.Disorder));
        Print(output, "interventions", CatalogueLibrary.Interventions.GroupBy(i => i.Kind));
        Print(output, "evidence cards (nothing that a model could use is known)",
            CatalogueLibrary.All.OfType<EvidenceCard>().GroupBy(_ => ""));
    }

    /// <summary>Explains an entry.</summary>
    public static void PrintEntry(TextWriter output, CatalogueEntry entry)
    {
        output.WriteLine($"{entry.Name}: {entry.Title}");
        if (entry is Condition condition)
            output.WriteLine($"a hypothesis about {condition.Disorder}. {condition.Timing}");
        Wrapped(output, entry.Summary, "");
        output.WriteLine($"evidence: {Word(entry.Grounds.Evidence)} ({entry.Grounds.Source})");
        foreach (var rival in entry.Rivals)
            output.WriteLine($"against it: {rival} ({CatalogueLibrary.Find(rival).Title})");
        if (entry is EvidenceCard card)
        {
            output.WriteLine("\nwhat is known; no number follows from it");
            foreach (var (claim, grounds) in card.Known)
                Line(output, claim, grounds);
        }

        if (entry is Intervention intervention)
            PrintUse(output, intervention);
        PrintChanges(output, entry);
        PrintSignatures(output, entry);
    }

    /// <summary>A change in a line: "x0.93 (0.89 to 0.97)", of which the middle 95 % is in brackets.</summary>
    public static string Describe(Change change)
    {
        var (low, high) = change.Kind == ChangeKind.Factor
            ? (change.Median * Math.Exp(-1.96 * change.Spread), change.Median * Math.Exp(1.96 * change.Spread))
            : (change.Median - (1.96 * change.Spread), change.Median + (1.96 * change.Spread));
        var sign = change.Kind == ChangeKind.Factor ? "x" : change.Median < 0 ? "" : "+";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{change.Median:0.###} ({low:0.###} to {high:0.###})");
    }

    private static void Print(TextWriter output, string title, IEnumerable<IGrouping<string, CatalogueEntry>> groups)
    {
        output.WriteLine("\n" + title);
        foreach (var group in groups)
        {
            if (group.Key.Length > 0)
                output.WriteLine("  " + group.Key);
            foreach (var entry in group)
            {
                output.WriteLine($"    {entry.Name,-32} {Word(entry.Grounds.Evidence),-11} {entry.Title}"
                    + (entry.Rivals.IsEmpty ? "" : $"  [against: {string.Join(", ", entry.Rivals)}]"));
            }
        }
    }

    private static void PrintUse(TextWriter output, Intervention intervention)
    {
        var dosing = intervention.Dosing;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{intervention.Kind}: typically {dosing.Typical} {dosing.Unit}, at most {dosing.Most}")
            + (dosing.Interval is { } every ? $", every {DurationText.Format(every)}" : ""));
        Line(output, string.Create(CultureInfo.InvariantCulture,
            $"half of the greatest effect at {dosing.Half.Median} {dosing.Unit}, Hill {dosing.Hill}"), dosing.Grounds);
        if (intervention.Pharmacokinetics is { } drug)
        {
            Line(output, $"{drug.Route}; half-life {DurationText.Format(drug.HalfLife.Median)}, of absorption "
                + DurationText.Format(drug.AbsorptionHalfLife), drug.Grounds);
        }

        var course = intervention.Course;
        if (course != EffectCourse.Immediate)
        {
            Line(output, (course.Onset > 0 ? $"builds up over {DurationText.Format(course.Onset)}" : "acts at once")
                + (course.Tolerance > 0
                    ? string.Create(CultureInfo.InvariantCulture, $"; {course.Tolerance:0%} is lost over ")
                        + DurationText.Format(course.ToleranceTime) + ", and rebounds when it is stopped"
                    : ""), course.Grounds);
        }

        Line(output, string.Create(CultureInfo.InvariantCulture, $"burden {intervention.Burden.Value} of 1: ")
            + intervention.Burden.Why, intervention.Burden.Grounds);
        if (!intervention.OnlyFor.IsEmpty)
            output.WriteLine("  undoes only: " + string.Join(", ", intervention.OnlyFor));
        if (!intervention.Contraindications.IsEmpty)
            output.WriteLine("  not with: " + string.Join("; ", intervention.Contraindications));
    }

    private static void PrintChanges(TextWriter output, CatalogueEntry entry)
    {
        if (!entry.Mechanism.IsEmpty)
            output.WriteLine("\nin the tissue (median, 95 %)");
        foreach (var change in entry.Mechanism)
            Line(output, $"{change.Target} {Describe(change)}", change.Grounds);
        foreach (var model in entry.Models)
        {
            output.WriteLine($"\nin {model.Model} ({Word(model.Grounds.Evidence)}; {model.Grounds.Source})");
            Wrapped(output, "assumes: " + model.Assumption, "  ");
            output.WriteLine("  " + string.Join(", ", model.Changes.Select(c => $"{c.Target} {Describe(c)}")));
        }
    }

    private static void PrintSignatures(TextWriter output, CatalogueEntry entry)
    {
        if (!entry.Signatures.IsEmpty)
            output.WriteLine("\nwhat it does to biomarkers");
        var failed = FieldChecks.Of(entry).Where(c => !c.Holds).ToDictionary(c => c.Signature);
        foreach (var signature in entry.Signatures)
        {
            var direction = signature.Direction == Direction.None ? "unchanged" : Word(signature.Direction);
            Line(output, $"{signature.Biomarker}: {direction}" + (signature.Size is { } size ? $", {size}" : "")
                + (failed.ContainsKey(signature) ? $" [FAILS in {signature.Model}]"
                    : signature.Model is { } model ? $" [must show in {model}]" : ""), signature.Grounds);
        }
    }

    private static void Line(TextWriter output, string text, Grounds grounds) =>
        output.WriteLine($"  {text}  ({Word(grounds.Evidence)}; {grounds.Source})");

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Wrapped(TextWriter output, string text, string indent)
    {
        var line = indent;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= Width)
            {
                output.WriteLine(line);
                line = indent;
            }

            line += (line.Length > indent.Length ? " " : "") + word;
        }

        output.WriteLine(line);
    }
}
