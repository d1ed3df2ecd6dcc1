using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Amyloid that slows inhibition slows the rhythm of a column.</summary>
public sealed class AmyloidSlowing : Rung
{
    /// <inheritdoc/>
    public override string Id => "L33";

    /// <inheritdoc/>
    public override string Title => "Amyloid that prolongs inhibition slows the rhythm of a column";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Stefanovski et al. 2019", "10.3389/fncom.2019.00054")];

    /// <inheritdoc/>
    public override string Method => "The time constant of inhibition from the load (SUVR); the least damped oscillation of one column with little and"
        + " with much, at an input of 400 Hz.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Value("1", 14.30), Value("1.4", 14.49), Value("1.6", 14.99), Value("2.025", 22.22), Value("2.65", 47.62), Value("3", 49.71),
        new("slowing of the rhythm from SUVR 1 to 2.65", "Hz", null, Origin.Memory, "the paper's main finding", AtLeast(1),
            "a direction: the rhythm slows"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var load in new[] { "1", "1.4", "1.6", "2.025", "2.65", "3" })
        {
            var parameters = LibraryField.Of("stefanovski2019", $"SUVR={load}").Model.Region.Parameters
                .ToDictionary(p => p.Name, p => p.Value);
            double Value(string name) => Evaluator.Evaluate(parameters[name], Value);
            run.Found($"inhibition at SUVR {load}", 1e3 / Value("b"));
        }

        run.Found("slowing of the rhythm from SUVR 1 to 2.65", Rhythm(1) - Rhythm(2.65));
        run.Done(1);
    }

    // The least damped oscillation about rest.
    private static double Rhythm(double load)
    {
        var functions = new RegionFunctions(LibraryField.Of("stefanovski2019").Model, "SUVR", "p");
        double[] states = [.. functions.Initial];
        new SteadyState(functions).Find([load, 400], states, [.. StateBox.Around(functions, [load, 400]).Widths]);
        return CharacteristicRoots.Rightmost(functions.Linearise([load, 400], states)).First(r => r.Imaginary > 0).Imaginary
            / (2 * Math.PI);
    }

    private static RungQuantity Value(string load, double value) => new($"inhibition at SUVR {load}", "ms", value, Origin.Calculated,
        "the published map, cut-off 1.4 and largest load 2.65", Within(value, 0.01), "the digits of the reference");
}
