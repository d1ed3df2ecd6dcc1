using Isonomia.Numerics.Fitting;
using Isonomia.Simulation.Theory;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>A stimulus that recurrent inputs cannot tell apart is not cancelled, and its response grows with the square
/// root of the network's size.</summary>
public sealed class ImbalancedAmplification : Rung
{
    private const string PartTheory = "slope of log response to a stimulus to half of E over log N, in theory";
    private const string WholeTheory = "slope of log response to a stimulus to all of E over log N, in theory";
    private const string Part = "slope of log response to a stimulus to half of E over log N, simulated";
    private const string Whole = "response to a stimulus to all of E at 16,000 cells over that at 1,000, simulated";
    private const double Outside = 10, Threshold = 20, Stimulus = 0.01;

    private static readonly int[] Sizes = [1000, 2000, 4000, 8000, 16_000];

    /// <inheritdoc/>
    public override string Id => "L09";

    /// <inheritdoc/>
    public override string Title => "Imbalanced amplification: what connections cannot tell apart they cannot cancel";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Ebsch & Rosenbaum 2018", "10.1371/journal.pcbi.1006048")];

    /// <inheritdoc/>
    public override string Method => "`ebsch-rosenbaum2018`: the cells and weights of L03 in N cells "
        + "connected with probability 0.1, E in two halves with the same connections; input from outside to one "
        + "half or both is raised by 1 % in theory and 4 % simulated. The response to a stimulus to one half is how "
        + "far the halves' rates then differ; to both, how far their rate rises. N from 1,000 to 16,000; 2 s a size "
        + "in the quick form, 10 s in the full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(PartTheory, "1", 0.5, Origin.Analytic, "input of order sqrt(N) is not cancelled",
            Criterion.Within(0.5, 0.1), "terms of lower order are still felt"),
        new(WholeTheory, "1", 0, Origin.Analytic, "input of order sqrt(N) is cancelled", Criterion.Within(0, 0.15),
            "terms of lower order are still felt"),
        new(Part, "1", 0.5, Origin.Analytic, "input of order sqrt(N) is not cancelled", Criterion.Within(0.5, 0.1),
            "as in theory; a stimulus of 4 % already bends the cells' response"),
        new(Whole, "1", null, Origin.Analytic, "input of order sqrt(N) is cancelled", Criterion.AtMost(2),
            "were it not, the response would be four times as large") { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        double Response(Func<int, double> of) => LeastSquares.Line(
            [.. Sizes.Select(n => Math.Log10(n))], [.. Sizes.Select(n => Math.Log10(of(n)))]).Slope;
        run.Found(PartTheory, Response(n => Theory(n, Stimulus, 0) is var r ? r[0] - r[1] : 0));
        run.Found(WholeTheory, Response(n => Theory(n, Stimulus, Stimulus)[0] - Theory(n, 0, 0)[0]));
        var seconds = run.Full ? 10 : 2;
        run.Found(Part, Response(n => Simulated(run, n, 0.04, 0, seconds) is var r ? r.First - r.Second : 0));
        if (!run.Full)
            return;
        double Risen(int n) => Simulated(run, n, 0.04, 0.04, seconds).Mean - Simulated(run, n, 0, 0, seconds).Mean;
        run.Found(Whole, Risen(16_000) / Risen(1000));
    }

    private static double[] Theory(int cells, double first, double second)
    {
        var degree = 0.025 * cells;
        var unit = Threshold / Math.Sqrt(2 * degree);
        var cell = new DiffusionLif(0.02, Threshold, 0, 0.002);
        MeanFieldPopulation Driven(string name, double strength, double stimulus) =>
            new MeanFieldPopulation(name, cell).WithPoisson(2 * degree * Outside * (1 + stimulus), strength * unit);
        MeanFieldProjection From(int from, int to, double inputs, double strength) =>
            new(from, to, inputs, strength * unit);
        return new MeanFieldCircuit(
            [Driven("E1", 1, first), Driven("E2", 1, second), Driven("I", 0.5, 0)],
            [
                From(0, 0, degree, 0.5), From(1, 0, degree, 0.5), From(2, 0, 2 * degree, -2),
                From(0, 1, degree, 0.5), From(1, 1, degree, 0.5), From(2, 1, 2 * degree, -2),
                From(0, 2, degree, 1), From(1, 2, degree, 1), From(2, 2, 2 * degree, -1.5),
            ]).Rates();
    }

    private static (double First, double Second, double Mean) Simulated(
        RungRun run, int cells, double first, double second, double seconds)
    {
        var circuit = LibraryCircuit.Named(
            "ebsch-rosenbaum2018", ("parameters.cells", $"{cells}"), ("parameters.stimulus_1", $"{first}"),
            ("parameters.stimulus_2", $"{second}"));
        var result = LibraryCircuit.Run(circuit, run.Seed, run, seconds, 0, 1);
        var (a, b) = (SpikeRecord.Of(result, 0.2, "E1").Rate, SpikeRecord.Of(result, 0.2, "E2").Rate);
        return (a, b, (a + b) / 2);
    }
}
