using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>Rates of the eight populations of a cortical column.</summary>
public sealed partial class CorticalColumn : Rung
{
    private const string Synapses = "synapses within the column";

    private static readonly Theory[] Theories =
    [
        new("with shifted thresholds, Poisson background", true, true, Origin.Seen, "nnmt's published results",
            [.754, 2.794, 4.441, 5.823, 7.153, 8.470, 1.159, 7.756]),
        new("of white noise, Poisson background", false, true, Origin.Calculated, "solved independently",
            [.821, 3.009, 4.633, 6.105, 7.136, 8.905, 1.043, 8.072]),
        new("with shifted thresholds, constant background", true, false, Origin.Calculated, "solved independently",
            [.687, 2.660, 4.244, 5.625, 7.266, 8.216, 1.185, 7.526]),
    ];

    /// <inheritdoc/>
    public override string Id => "L07";

    /// <inheritdoc/>
    public override string Title => "A cortical column of 77,169 cells: rates by layer";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Potjans & Diesmann 2014", "10.1093/cercor/bhs358"),
        new("Layer et al. 2022 (nnmt)", "10.3389/fninf.2022.835657"),
    ];

    /// <inheritdoc/>
    public override string Method => "Theory: self-consistent mean-field rates of the eight populations with the "
        + "published numbers of cells and synapses. Simulated: `potjans-diesmann2014` with Poisson background, the "
        + "first 0.3 s left out; in the quick form a tenth of the cells and of their inputs, with the published "
        + "compensation of mean and variance, for 1.2 s; in the full form all cells for 3 s.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(Synapses, "1", 298_880_969, Origin.Calculated, "the published sizes and probabilities",
            Criterion.Within(298_880_969, 8), "rounding of 55 products"),
        .. Theories.SelectMany(t => PotjansDiesmannTheory.Names.Select((name, i) => new RungQuantity(
            t.NameOf(name), "Hz", t.Rates[i], t.Origin, t.Source, Criterion.Within(t.Rates[i], 0.005),
            "the same equations: three decimals are given"))),
        .. NetworkQuantities,
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        run.Found(Synapses, PotjansDiesmannTheory.Synapses);
        foreach (var theory in Theories)
        {
            var rates = PotjansDiesmannTheory.Circuit(theory.Shifted, theory.Poisson).Rates();
            for (var i = 0; i < rates.Length; i++)
                run.Found(theory.NameOf(PotjansDiesmannTheory.Names[i]), rates[i]);
        }

        ClimbNetwork(run);
    }

    private sealed record Theory(
        string Kind, bool Shifted, bool Poisson, Origin Origin, string Source, double[] Rates)
    {
        public string NameOf(string population) => $"rate of {population} in theory {Kind}";
    }
}
