using Isonomia.Numerics.Spectra;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Three gains lead a column through six activities, from background to the fast onset of a seizure.</summary>
public sealed class SeizureOnset : Rung
{
    private const double Dt = 1e-3;
    private const string Again = "an independent integration, parameters from the authors' code";
    private const string Why = "a class of activity and its measures within 30 %";

    /// <inheritdoc/>
    public override string Id => "L27";

    /// <inheritdoc/>
    public override string Title => "Falling slow inhibition leads from background over spikes to fast onset activity";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Wendling et al. 2002", "10.1046/j.1460-9568.2002.01985.x")];

    /// <inheritdoc/>
    public override string Method => "The six variants of the library, 20 s each (60 s in the full form), steps of 0.1 ms.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Value("background: standard deviation", "mV", 0.34), Value("sporadic spikes: rate", "Hz", 0.63) with
        {
            FullOnly = true,
        },
        Value("sustained spikes: rate", "Hz", 4.5), Value("sustained spikes: height", "mV", 20.6),
        Value("slow rhythm: frequency", "Hz", 10.3), Value("fast activity: share of 13 to 30 Hz", "%", 49),
        Value("fast activity: standard deviation", "mV", 0.26), Value("quasi-sinusoidal: frequency", "Hz", 11.0),
        Value("quasi-sinusoidal: height", "mV", 12.6),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double[] Course(string variant, double seconds) => Array.ConvertAll(
            LibraryField.Of("wendling:" + variant).Observe(seconds, 2, 1e-4, (ulong)run.Seed, Dt), v => v * 1e3);
        var length = run.Full ? 60 : 20;
        run.Found("background: standard deviation", Deviation(Course("background", length)));
        if (run.Full)
            run.Found("sporadic spikes: rate", Spikes(Course("sporadic-spikes", 400)) / 400);
        var spikes = Course("sustained-spikes", length);
        run.Found("sustained spikes: rate", Spikes(spikes) / (double)length);
        run.Found("sustained spikes: height", spikes.Max() - spikes.Min());
        run.Found("slow rhythm: frequency", Peak(Course("slow-rhythm", length)));
        var fast = Course("fast-activity", length);
        run.Found("fast activity: share of 13 to 30 Hz", 100 * Share(fast, 13, 30));
        run.Found("fast activity: standard deviation", Deviation(fast));
        var sine = Course("quasi-sinusoidal", length);
        run.Found("quasi-sinusoidal: frequency", Peak(sine));
        run.Found("quasi-sinusoidal: height", sine.Max() - sine.Min());
        run.Done(1);
    }

    private static RungQuantity Value(string name, string unit, double value) =>
        new(name, unit, value, Origin.Calculated, Again, WithinPercent(value, 30), Why);

    private static double Deviation(double[] x)
    {
        var mean = x.Average();
        return Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
    }

    // A spike stands out by more than 5 mV and ends when half of it is gone.
    private static int Spikes(double[] x)
    {
        var baseline = x.Order().ElementAt(x.Length / 2);
        var (count, inside) = (0, false);
        foreach (var v in x)
        {
            if (!inside && v - baseline > 5)
                (count, inside) = (count + 1, true);
            else if (inside && v - baseline < 2.5)
                inside = false;
        }

        return count;
    }

    private static double Peak(double[] x)
    {
        var spectrum = Welch.Estimate(x, 1 / Dt, new WelchOptions(4000, 2000));
        return spectrum.Frequencies[Enumerable.Range(4, 200).MaxBy(i => spectrum.Density[i])];
    }

    private static double Share(double[] x, double low, double high)
    {
        var spectrum = Welch.Estimate(x, 1 / Dt, new WelchOptions(4000, 2000));
        var (band, all) = (0.0, 0.0);
        for (var i = 2; i < spectrum.Frequencies.Length; i++)
        {
            all += spectrum.Density[i];
            if (spectrum.Frequencies[i] >= low && spectrum.Frequencies[i] <= high)
                band += spectrum.Density[i];
        }

        return band / all;
    }
}
