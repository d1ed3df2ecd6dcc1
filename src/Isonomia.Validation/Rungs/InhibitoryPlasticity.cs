using Isonomia.Numerics.Statistics;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>Inhibitory synapses that learn until excitatory cells fire at a low target rate.</summary>
public sealed class InhibitoryPlasticity : Rung
{
    private const string Irregular = "CV of intervals of E, seconds 20 to 24";
    private const string Target = "rate of E in the last 5 of 125 s";
    private const string Monotone = "of these seconds, those in which the rate of E is above that in the one before";
    private const string Source = "the authors' parameters, simulated independently";

    private static readonly (int Second, double Rate, double Percent)[] Course =
    [
        (1, 158.7, 5), (2, 73.7, 10), (3, 17.5, 15), (4, 14.2, 15), (5, 11.6, 15), (6, 10.2, 15), (8, 9.5, 15),
        (12, 8.1, 15), (16, 7.0, 15), (20, 6.3, 15), (24, 5.9, 15),
    ];

    /// <inheritdoc/>
    public override string Id => "L10";

    /// <inheritdoc/>
    public override string Title => "Inhibitory plasticity restores balance";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Vogels et al. 2011", "10.1126/science.1211095")];

    /// <inheritdoc/>
    public override string Method => "`vogels2011`: 8,000 excitatory and 2,000 inhibitory cells, plasticity from 1 "
        + "s on, target 3 Hz, 0.1 ms steps; 5 s in the quick form, 125 s in the full; one network.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Course.Select(c => new RungQuantity(
            Name(c.Second), "Hz", c.Rate, Origin.Calculated, Source, Criterion.WithinPercent(c.Rate, c.Percent),
            "networks differ, most while the rate falls") { FullOnly = c.Second > 5 }),
        new(Monotone, "1", 0, Origin.Seen, "the paper's figure 4: activity settles", Criterion.AtMost(0),
            "the rule corrects in one direction"),
        new(Irregular, "1", 0.93, Origin.Calculated, Source, Criterion.AtLeast(0.85), "asynchronous and irregular")
        { FullOnly = true },
        new(Target, "Hz", 4.35, Origin.Calculated,
            "the same network in an independent program of 40 lines of C: 4.25 to 4.43 in these seconds",
            Criterion.WithinPercent(4.35, 15),
            "networks differ. The rate still falls to the rule's target of 3 Hz: that it would be there within 1 Hz "
            + "after 120 s, which was asked before, was a guess; the paper gives no number")
        { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        var seconds = run.Full ? 125 : 5;
        var result = LibraryCircuit.Run(LibraryCircuit.Named("vogels2011"), run.Seed, run, seconds, 0, 1);
        var excitatory = SpikeRecord.Of(result, 0, "E");
        var rates = Enumerable.Range(0, seconds).Select(s => (excitatory with { From = s, To = s + 1 }).Rate).ToArray();
        foreach (var (second, _, _) in Course.Where(c => c.Second <= seconds))
            run.Found(Name(second), rates[second - 1]);
        var course = Course.Where(c => c.Second <= seconds).Select(c => rates[c.Second - 1]).ToArray();
        run.Found(Monotone, Enumerable.Range(1, course.Length - 1).Count(i => course[i] > course[i - 1]));
        if (!run.Full)
            return;
        run.Found(Irregular, Descriptive.Mean((excitatory with { From = 19, To = 24 }).Variations(10)));
        run.Found(Target, (excitatory with { From = 120, To = 125 }).Rate);
    }

    private static string Name(int second) => $"rate of E in second {second}";
}
