using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Running;

namespace Isonomia.Cli;

/// <summary>
/// Spike input on the command line: <c>spikes(RECEPTOR, WEIGHT, TIME, ...)</c> at given times, or
/// <c>poisson(RECEPTOR, WEIGHT, RATE)</c>, independent for each cell. The receptor is a file or a name of the library.
/// </summary>
internal static class SpikeInputArgument
{
    private static readonly string[] Kinds = ["spikes", "poisson"];

    /// <summary>Whether an input is of spikes.</summary>
    public static bool IsSpikes(string text) =>
        Kinds.Any(k => text.TrimStart().StartsWith(k, StringComparison.Ordinal) && text.TrimStart()[k.Length..].TrimStart().StartsWith('('));

    /// <summary>The receptor that an input of spikes names.</summary>
    public static string ReceptorOf(string text) => text[(text.IndexOf('(') + 1)..].Split(',', ')')[0].Trim();

    /// <summary>Puts the receptor on the cell.</summary>
    /// <returns>The cell with the receptor, and the spikes.</returns>
    /// <exception cref="ModelException">Something in it is wrong.</exception>
    /// <exception cref="CompositionException">The cell has no place for the receptor.</exception>
    public static (CellModel Cell, SpikeInput Spikes) Apply(CellModel cell, string text, int number)
    {
        var trimmed = text.Trim();
        var open = trimmed.IndexOf('(');
        var kind = trimmed[..open].Trim();
        if (!trimmed.EndsWith(')'))
            throw Error(text, "found no closing parenthesis", null);
        var parts = trimmed[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length < 3 || (kind == "poisson" && parts.Length != 3))
        {
            throw Error(text, $"{kind} was given {parts.Length} argument{(parts.Length == 1 ? "" : "s")}",
                kind == "poisson" ? "write poisson(RECEPTOR, WEIGHT, RATE)" : "write spikes(RECEPTOR, WEIGHT, TIME, ...)");
        }

        if (ModelFile.Find(parts[0]) is not ReceptorDescription description)
            throw Error(text, $"'{parts[0]}' is no receptor", "'isonomia models' lists them");
        var bag = new DiagnosticBag();
        var receptor = description.Resolve(cell.Equations, bag);
        bag.ThrowIfErrors();
        var weight = QuantityArgument.Read("--input", parts[1], receptor!.Weight.Dimension);
        var composed = ReceptorComposition.Of(cell, receptor, Alias(cell, receptor.Name, number), weight);
        var spikes = kind == "poisson"
            ? new SpikeInput(composed.OnSpike, [], Rate(text, parts[2]))
            : new SpikeInput(composed.OnSpike, Times(parts[2..]), 0);
        return (composed.Cell, spikes);
    }

    private static double Rate(string text, string part)
    {
        var rate = QuantityArgument.Read("--input", part, Dimension.Frequency);
        return rate > 0 && double.IsFinite(rate) ? rate : throw Error(text, "found a rate that is not positive and finite", null);
    }

    private static ImmutableArray<double> Times(string[] parts) =>
        [.. parts.Select(p => QuantityArgument.Read("--input", p, Dimension.Time)).Order()];

    // "gaba-a" is no name of a variable, gaba_a is; a second input of the same receptor is another one.
    private static string Alias(CellModel cell, string name, int number)
    {
        var alias = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return cell.Equations.Symbols.Keys.Any(k => k.StartsWith(alias + "_", StringComparison.Ordinal))
            ? $"{alias}{number}"
            : alias;
    }

    private static ModelException Error(string text, string message, string? hint) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, "--input"), new TextSpan(0, text.Length), hint)]);
}
