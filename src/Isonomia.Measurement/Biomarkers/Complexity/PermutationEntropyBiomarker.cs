using System.Runtime.CompilerServices;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>Permutation entropy: how evenly all orders in which a few successive values can come do come.</summary>
public sealed class PermutationEntropyBiomarker : WindowedBiomarker
{
    /// <summary>How many values make a pattern.</summary>
    public static readonly Setting<int> Order = new(
        "permutation_entropy.order", "3", "how many values make a pattern, 2 to 8", ReadOrder);

    /// <summary>Samples from one value of a pattern to the next.</summary>
    public static readonly Setting<int> Delay = new(
        "permutation_entropy.delay", "1", "samples from one value of a pattern to the next", ReadDelay);

    /// <inheritdoc/>
    public override string Name => "permutation_entropy";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Permutation entropy",
        "-sum p log2 p / log2(order!), p = share of each order of successive values; equal values as they come",
        Direction.Undecided,
        Evidence.Weak,
        "Bandt & Pompe 2002 Phys Rev Lett, doi:10.1103/PhysRevLett.88.174102",
        "At a delay of one sample it mostly follows the fastest activity: muscle, noise and the low-pass filter decide "
        + "it. Falls under propofol and in seizures alike.")
    {
        Quantities = Meanings("permutation entropy, from 0 (one pattern only) to 1 (all equally often)"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [Window, Order, Delay];

    /// <summary>Normalized permutation entropy of a series, 0 to 1.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="order">How many values make a pattern, 2 to 8.</param>
    /// <param name="delay">Samples from one value of a pattern to the next.</param>
    public static Measured Of(ReadOnlySpan<double> x, int order, int delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, 1);
        var kinds = Factorial(order);
        var patterns = x.Length - ((order - 1) * (long)delay);
        if (patterns < kinds)
            return Measured.Undefined($"too short: {Math.Max(0, patterns)} patterns of {kinds} possible kinds");
        Span<int> counts = new int[kinds];
        Count(x, order, delay, counts);
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                entropy -= (double)count / patterns * Math.Log2((double)count / patterns);
        }

        return Measured.Of(entropy / Math.Log2(kinds));
    }

    /// <inheritdoc/>
    protected override Measured OfWindow(ReadOnlySpan<double> window, ChannelAnalysis channel) =>
        Of(window, channel.Get(Order), channel.Get(Delay));

    // A pattern's number in the factorial system: for each value, how many later ones are smaller.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<double> x, int order, int delay, Span<int> counts)
    {
        var last = (order - 1) * delay;
        for (var i = 0; i + last < x.Length; i++)
        {
            var number = 0;
            for (var a = 0; a < order - 1; a++)
            {
                var value = x[i + (a * delay)];
                var smaller = 0;
                for (var at = i + ((a + 1) * delay); at <= i + last; at += delay)
                    smaller += x[at] < value ? 1 : 0;
                number = (number * (order - a)) + smaller;
            }

            counts[number]++;
        }
    }

    private static int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    private static int ReadOrder(string text) => SettingText.Count(text) is >= 2 and <= 8 and var order
        ? order
        : throw new FormatException("a whole number from 2 to 8 was expected");

    private static int ReadDelay(string text) => SettingText.Count(text) is >= 1 and var delay
        ? delay
        : throw new FormatException("a whole number of one or more was expected");
}
