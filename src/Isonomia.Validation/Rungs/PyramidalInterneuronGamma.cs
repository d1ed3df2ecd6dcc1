using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>Gamma rhythm of excitatory cells and the inhibition they call forth.</summary>
public sealed class PyramidalInterneuronGamma : Rung
{
    private const string Rhythm = "rhythm of the population";
    private const string RateE = "rate of an excitatory cell";
    private const string RateI = "rate of an inhibitory cell";
    private const string Slower = "rate of an excitatory cell at tau_I = 18 ms";
    private const string WithoutEI = "modulation of the excitatory rate without E to I, over that with it";
    private const string WithoutIE = "modulation of the excitatory rate without I to E, over that with it";
    private const string Source = "the book's parameters, computed independently";

    /// <inheritdoc/>
    public override string Id => "L16";

    /// <inheritdoc/>
    public override string Title => "Gamma rhythm of pyramidal cells and interneurons (PING)";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Börgers & Kopell 2005", "10.1162/0899766053019908"), new("Börgers 2017", "10.1007/978-3-319-51171-9"),
    ];

    /// <inheritdoc/>
    public override string Method => "`borgers-kopell2005`: 200 excitatory and 50 inhibitory cells, all to all, "
        + "0.02 ms steps; 0.5 s (1 s in the full form) after 0.2 s. Modulation is that of the population's rate "
        + "beyond chance, in bins of 2 ms.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(Rhythm, "Hz", 46.5, Origin.Calculated, Source, Criterion.WithinPercent(46.5, 5),
            "windows of 0.5 s resolve 2 Hz"),
        new(RateE, "Hz", 47.4, Origin.Calculated, Source, Criterion.WithinPercent(47.4, 5), "asked of the network"),
        new(RateI, "Hz", 46.0, Origin.Calculated, Source, Criterion.WithinPercent(46.0, 5), "asked of the network"),
        new(Slower, "Hz", 35.5, Origin.Calculated, Source, Criterion.WithinPercent(35.5, 5), "asked of the network"),
        new(WithoutEI, "1", null, Origin.Seen, "the book, chapter 30: both connections are needed",
            Criterion.AtMost(0.3), "without its loop the rhythm is gone"),
        new(WithoutIE, "1", null, Origin.Seen, "the book, chapter 30: both connections are needed",
            Criterion.AtMost(0.3), "without its loop the rhythm is gone"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        var seconds = run.Full ? 1.2 : 0.7;
        var settings = new (string, string)[]
        {
            ("parameters.tau_I", "9 ms"), ("parameters.tau_I", "18 ms"), ("parameters.g_EI", "0 mS/cm**2"),
            ("parameters.g_IE", "0 mS/cm**2"),
        };
        var results = new (SpikeRecord E, SpikeRecord I)[settings.Length];
        Parallel.For(0, settings.Length, run.Parallel, i =>
        {
            var result = LibraryCircuit.RunSmall(
                LibraryCircuit.Named("borgers-kopell2005", settings[i]), run.Seed, run, seconds);
            results[i] = (SpikeRecord.Of(result, 0.2, "E"), SpikeRecord.Of(result, 0.2, "I"));
        });
        run.Found(Rhythm, results[0].E.Peak(20, 100, 0.001, 0.5).Frequency);
        run.Found(RateE, results[0].E.IntervalRate);
        run.Found(RateI, results[0].I.IntervalRate);
        run.Found(Slower, results[1].E.IntervalRate);
        var with = results[0].E.Modulation(0.002);
        run.Found(WithoutEI, results[2].E.Modulation(0.002) / with);
        run.Found(WithoutIE, results[3].E.Modulation(0.002) / with);
    }
}
