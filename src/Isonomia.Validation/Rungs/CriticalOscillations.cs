using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>Oscillations whose amplitude is critical where excitation and inhibition balance: fE/I is 1 there, and
/// correlations in time reach furthest.</summary>
public sealed class CriticalOscillations : Rung
{
    private const string Inhibited = "mean fE/I at r_E = 0.40 to 0.44";
    private const string Excited = "mean fE/I at r_E = 0.52 to 0.56";
    private const string Crossing = "r_E at which fE/I is 1";
    private const string LongRange = "largest mean DFA exponent over r_E";
    private const string Where = "r_E of the largest mean DFA exponent, less that of the crossing";
    private const string Rhythm = "peak of the spectrum at r_E = 0.48";
    private const string Calc = "the same equations, simulated independently with 3 networks";
    private const string Networks = "Where a network is critical depends on its connections: three others, drawn "
        + "from the same rule and run for 300 s, crossed at 0.44, 0.49 and 0.50. The window was set from three "
        + "networks of the independent simulation, which saw 0.45 to 0.48. DFA exponents of single runs scatter by 0.1";

    private const double InhibitoryShare = 0.9;

    /// <inheritdoc/>
    public override string Id => "L14";

    /// <inheritdoc/>
    public override string Title => "Critical oscillations: functional E/I ratio and long-range correlations";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Poil et al. 2012", "10.1523/JNEUROSCI.5990-11.2012"),
        new("Bruining et al. 2020", "10.1038/s41598-020-65500-4"),
    ];

    /// <inheritdoc/>
    public override string Method => "A sheet of 50 × 50 units that fire with a probability, an inhibitory unit "
        + "connected with 0.9 of its 48 neighbours and an excitatory one with r_E of them; spikes a millisecond "
        + "with white noise of SD 3 added, 8 to 16 Hz. DFA and fE/I are the biomarkers of this program. Two values "
        + "of r_E and 200 s in the quick form; nine from 0.40 to 0.56, three networks each and 600 s in the full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(Inhibited, "1", null, Origin.Calculated, Calc + ": 0.56 to 0.87", Criterion.AtMost(0.9), "below balance")
        { AcceptedQuickly = Criterion.AtMost(1) },
        new(Excited, "1", null, Origin.Calculated, Calc + ": 1.12 to 1.53", Criterion.AtLeast(1.2), "above balance")
        { AcceptedQuickly = Criterion.AtLeast(1) },
        new(Crossing, "1", 0.47, Origin.Calculated, Calc, Criterion.Between(0.45, 0.49), "networks differ")
        {
            FullOnly = true,
            Tried = Networks,
        },
        new(LongRange, "1", null, Origin.Calculated, Calc + ": 0.87", Criterion.AtLeast(0.8), "long-range correlations")
        { FullOnly = true },
        new(Where, "1", 0, Origin.Seen, "abstract: critical where excitation and inhibition balance",
            Criterion.Within(0, 0.03), "a step and a half of r_E")
        {
            FullOnly = true,
            Tried = Networks,
        },
        new(Rhythm, "Hz", null, Origin.Calculated, Calc, Criterion.Between(10, 13), "alpha") { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        double[] shares = run.Full ? [.40, .42, .44, .46, .48, .50, .52, .54, .56] : [.42, .54];
        var (networks, milliseconds) = run.Full ? (3, 600_000) : (1, 200_000);
        var found = new Measurement[shares.Length * networks];
        var done = 0;
        Parallel.For(0, found.Length, run.Parallel, i =>
        {
            found[i] = Measure(shares[i / networks], run, i, milliseconds);
            run.Done((double)Interlocked.Increment(ref done) / found.Length);
        });

        double[] RatiosOf(double from, double to) => [.. found.Where((_, i) =>
            shares[i / networks] > from && shares[i / networks] < to).Select(m => m.Ratio).Where(double.IsFinite)];
        run.Found(Inhibited, RatiosOf(0.39, 0.45));
        run.Found(Excited, RatiosOf(0.51, 0.57));
        if (!run.Full)
            return;
        double Mean(int share, Func<Measurement, double> of) => found.Skip(share * networks).Take(networks)
            .Select(of).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        var ratios = shares.Select((_, i) => Mean(i, m => m.Ratio)).ToArray();
        var known = Enumerable.Range(0, shares.Length).Where(i => double.IsFinite(ratios[i])).ToArray();
        // A line through all: single means scatter by 0.1.
        var line = LeastSquares.Line([.. known.Select(i => shares[i])], [.. known.Select(i => ratios[i])]);
        var crossing = (1 - line.Intercept) / line.Slope;
        var exponents = shares.Select((_, i) => Mean(i, m => m.Exponent)).ToArray();
        var best = Array.IndexOf(exponents, exponents.Max());
        run.Found(Crossing, crossing);
        run.Found(LongRange, new Finding(exponents[best], null, networks));
        run.Found(Where, shares[best] - crossing);
        run.Found(Rhythm, new Finding(Mean(4, m => m.Peak), null, networks));
    }

    private static Measurement Measure(double share, RungRun run, int entity, int milliseconds)
    {
        var signal = new OscillatingSheet(share, InhibitoryShare, run.Seed, entity).Run(milliseconds, run.Cancellation);
        var noise = new RandomStream(run.Seed, "white noise", entity);
        for (var t = 0; t < signal.Length; t++)
            signal[t] += noise.Normal(0, 3);
        var probe = new Probe(
            [("fei", "alpha/value"), ("dfa", "alpha/exponent")],
            new Dictionary<string, string> { ["bands.alpha"] = "8:16" });
        var measured = probe.On(signal, 1000);
        var spectrum = Welch.Estimate(signal, 1000, new WelchOptions(4000, 2000));
        var peak = Enumerable.Range(0, spectrum.Frequencies.Length)
            .Where(k => spectrum.Frequencies[k] is >= 5 and <= 30).MaxBy(k => spectrum.Density[k]);
        return new Measurement(Number(0), Number(1), spectrum.Frequencies[peak]);

        double Number(int which) => measured[which].Value.IsDefined ? measured[which].Value.Value : double.NaN;
    }

    private sealed record Measurement(double Ratio, double Exponent, double Peak);
}
