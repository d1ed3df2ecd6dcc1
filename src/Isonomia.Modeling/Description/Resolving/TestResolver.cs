using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Resolves the tests that a model must pass.</summary>
internal static class TestResolver
{
    public static ModelTest? Cell(
        TestDescription test, CellDescription cell, EquationSystem system,
        IReadOnlyDictionary<string, Symbol> parameters,
        QuantityReader quantities, DiagnosticBag bag)
    {
        foreach (var odd in test.Events.Append(test.Weight).Append(test.Potential).OfType<ModelText>().Take(1))
            bag.Error(odd.Source, odd.Span, "found a receptor's experiment in a test of a cell",
                "a cell's input is the key 'input'");
        if (cell.Threshold is null)
        {
            foreach (var spiking in test.Expectations.Where(e => e.Variable is null))
                bag.Error(spiking.Key.Source, spiking.Key.Span, "the test expects spikes of a model without threshold");
        }

        return Common(test, system, parameters, quantities, bag) is { } common
            ? common with { Input = CellResolver.Input(test.Input, system, bag, "test") }
            : null;
    }

    public static ModelTest? Receptor(
        TestDescription test, Symbol weight, EquationSystem system, IReadOnlyDictionary<string, Symbol> parameters,
        QuantityReader quantities, DiagnosticBag bag)
    {
        if (test.Input is { } input)
            bag.Error(input.Source, input.Span, "found a cell's input in a test of a receptor",
                "a receptor's input are 'events'");
        foreach (var spiking in test.Expectations.Where(e => e.Variable is null))
            bag.Error(spiking.Key.Source, spiking.Key.Span, "the test expects spikes of a receptor",
                "expect 'final', 'minimum' or 'maximum' of a variable");
        return Common(test, system, parameters, quantities, bag) is { } common
            ? common with
            {
                Events = [.. test.Events.Select(e => quantities.Time(e)).OfType<double>().Order()],
                Weight = quantities.Value(test.Weight, ExpectedValue.Constant(weight.Dimension)) ?? 0,
                Potential = quantities.Value(test.Potential, ExpectedValue.Constant(Dimension.Voltage)) ?? 0,
            }
            : null;
    }

    private static ModelTest? Common(
        TestDescription test, EquationSystem system, IReadOnlyDictionary<string, Symbol> parameters,
        QuantityReader quantities,
        DiagnosticBag bag)
    {
        var changed = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, text) in test.Parameters)
        {
            if (!parameters.TryGetValue(name.Text, out var symbol))
                bag.Error(name.Source, name.Span, $"the test changes '{name}', which is no parameter",
                    NearestName.Hint(name.Text, parameters.Keys));
            else if (ExpressionResolver.Resolve(
                text.Source, parameters.Values, bag, ExpectedValue.ConstantFor(symbol), name.Text) is { } value)
                changed[name.Text] = value;
        }

        var expected = test.Expectations.Select(e => Expectation(e, system, parameters, quantities, bag))
            .OfType<Expectation>().ToImmutableArray();
        var initial = InitialResolver.Resolve(test.Initial, system, bag);
        return quantities.Duration(test.Duration) is { } duration
            ? new ModelTest
            {
                Source = test.Source,
                Parameters = changed.ToImmutable(),
                Initial = initial,
                Duration = duration,
                After = quantities.Time(test.After) ?? 0,
                Dt = quantities.Duration(test.Dt),
                Expectations = expected,
            }
            : null;
    }

    private static Expectation? Expectation(
        ExpectationDescription expected, EquationSystem system, IReadOnlyDictionary<string, Symbol> parameters,
        QuantityReader quantities, DiagnosticBag bag)
    {
        var dimension = expected.Quantity switch
        {
            ObservedQuantity.Rate => Dimension.Frequency,
            ObservedQuantity.FirstSpike or ObservedQuantity.LastSpike => Dimension.Time,
            _ => Dimension.None,
        };
        if (expected.Variable is { } variable)
        {
            if (system.Find(variable.Text) is not { } equation)
            {
                bag.Error(variable.Source, variable.Span,
                    $"the test expects something of '{variable}', which the equations do not define",
                    NearestName.Hint(variable.Text, system.Equations.Select(e => e.Name)));
                return null;
            }

            dimension = equation.Symbol.Dimension;
        }

        var (low, high) = (quantities.Value(expected.Low, ExpectedValue.Constant(dimension), parameters.Values),
            quantities.Value(expected.High, ExpectedValue.Constant(dimension), parameters.Values));
        if (low is null || high is null)
            return null;
        if (low <= high)
            return new Expectation(expected.Quantity, expected.Variable?.Text, low.Value, high.Value);
        bag.Error(expected.Low.Source, expected.Low.Span, "the smallest value of a range is above the largest",
            "as in [10 Hz, 14 Hz]");
        return null;
    }
}
