using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Testing;

namespace Isonomia.Cli;

/// <summary>Runs the tests that a model and its variants bring, and says what came of them.</summary>
internal static class ModelTests
{
    /// <summary>Whether all passed.</summary>
    public static bool Run(ModelDescription description)
    {
        var (passed, failed) = (0, 0);
        foreach (var variant in description.Variants.Select(v => v.Name.ToString()).Prepend(null))
        {
            var model = description.Variant(variant);
            var cell = (model as CellDescription)?.ToModel();
            var receptor = (model as ReceptorDescription)?.ToModel();
            foreach (var test in cell?.Tests ?? receptor?.Tests ?? [])
            {
                foreach (var (ok, line) in Outcomes(cell, receptor, test))
                {
                    Console.WriteLine($"{(ok ? "ok  " : "FAIL")}  {variant ?? model.Name.ToString()}: {line}");
                    (passed, failed) = ok ? (passed + 1, failed) : (passed, failed + 1);
                }
            }
        }

        Console.WriteLine(passed + failed == 0 ? "the model brings no tests" : $"{passed} passed, {failed} failed");
        return failed == 0;
    }

    private static IEnumerable<(bool Ok, string Line)> Outcomes(
        CellModel? cell, ReceptorModel? receptor, ModelTest test)
    {
        ImmutableArray<ModelTestOutcome> outcomes;
        try
        {
            outcomes = cell is not null ? ModelTester.Run(cell, test) : ModelTester.Run(receptor!, test);
        }
        catch (DivergenceException e)
        {
            return [(false, e.Message)];
        }

        var source = test.Source is null ? "" : $" ({test.Source})";
        return outcomes.Select(o => (o.Passed, Line(o, cell?.Equations ?? receptor!.Equations) + source));
    }

    private static string Line(ModelTestOutcome outcome, EquationSystem system)
    {
        var expected = outcome.Expected;
        var dimension = expected switch
        {
            { Variable: { } variable } => system.Symbols[variable].Dimension,
            { Quantity: ObservedQuantity.Rate } => Dimension.Frequency,
            { Quantity: ObservedQuantity.FirstSpike or ObservedQuantity.LastSpike } => Dimension.Time,
            _ => Dimension.None,
        };
        var range = expected.Low == expected.High
            ? Shown(expected.Low)
            : $"{Shown(expected.Low)} to {Shown(expected.High)}";
        var found = double.IsNaN(outcome.Found) ? "there is none" : $"found {Shown(outcome.Found)}";
        return $"{Label(expected)} {range}, {found}";

        // Scaling to a prefixed unit leaves digits behind that nobody measured.
        string Shown(double value) =>
            new Quantity(value, dimension).ToString().Split(' ', 2) is [var number, .. var unit]
                && double.TryParse(number, out var scaled)
                ? string.Join(' ', [scaled.ToString("G6"), .. unit])
                : $"{value:G6}";
    }

    private static string Label(Expectation expected) => expected.Quantity switch
    {
        ObservedQuantity.FirstSpike => "first spike",
        ObservedQuantity.LastSpike => "last spike",
        ObservedQuantity.IntervalVariation => "variation of intervals",
        ObservedQuantity.IntervalRatio => "longest over shortest interval",
        var quantity => quantity.ToString().ToLowerInvariant()
            + (expected.Variable is null ? "" : " " + expected.Variable),
    };
}
