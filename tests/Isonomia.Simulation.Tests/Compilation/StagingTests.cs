using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Tests.Populations;

namespace Isonomia.Simulation.Tests.Compilation;

/// <summary>What is computed once per run, per cell or per step gives what computing it each time would give.</summary>
public class StagingTests
{
    private const int Cells = 21;
    private const double Dt = 0.125;
    private static readonly Expression Y = Expression.Variable("y", default), Z = Expression.Variable("z", default);

    // y is shared, z differs from cell to cell, t from step to step, x from both. Conditioning by shaking, as
    // elsewhere.
    [Fact]
    public void Random_steps_of_all_stages_agree_with_the_reference()
    {
        var random = new Random(17);
        var time = Expression.Variable("t", Dimension.Time) / Expression.Constant(1, Dimension.Time);
        var (compared, off) = (0, 0);
        for (var trial = 0; trial < 150; trial++)
        {
            var mixed = new Dictionary<string, Expression>
            {
                ["y"] = random.Next(2) == 0 ? Y : Y * time,
                ["z"] = random.Next(2) == 0 ? Z : Z - time,
            };
            var value = Substitution.Replace(RandomExpressions.Number(random, 2 + trial % 5), mixed);
            var inputs = RandomExpressions.Inputs(random, Cells);
            var population = Made(value, inputs);
            population.Step(6, new int[Cells]);
            for (var cell = 0; cell < Cells; cell++)
            {
                var expected = At(value, inputs, cell, 0, random);
                var shaken = Enumerable.Range(0, 8)
                    .Max(_ => Math.Abs(At(value, inputs, cell, 1e-14, random) - expected));
                if (!double.IsFinite(expected) || !double.IsFinite(shaken) || shaken > 1e-3 * Math.Abs(expected))
                    continue;
                compared++;
                if (!(Math.Abs(population["x", cell] - expected) <= 30 * shaken + 1e-12 * Math.Abs(expected)))
                    off++;
            }
        }

        // Where a step function jumps between two shaken values, a few points may be missed.
        Assert.InRange(off, 0, compared / 200);
        Assert.True(compared > 1000, $"{compared} compared");
    }

    [Fact]
    public void Factors_that_do_not_change_become_one_number_and_one_product()
    {
        var model = new CellText("dv/dt = (gL*(EL - v)*2/3)/C/4 : volt")
        {
            Parameters = new() { ["gL"] = "10*nS", ["EL"] = "-70*mV", ["C"] = "200*pF" },
            Method = IntegrationMethod.Euler,
        }.Model();
        var listing = CodeListing.Of(model, StepBuilder.Build(model));
        Assert.Contains("v = _r0*(EL - v) + v;", listing);
    }

    [Fact]
    public void Small_powers_are_products_and_shared_parts_are_computed_once()
    {
        var model = new CellText("dv/dt = -v**4/ms + v**2/ms - exp(v)/ms/(1 + exp(v)) : 1")
        {
            Method = IntegrationMethod.Euler,
        }.Model();
        var listing = CodeListing.Of(model, StepBuilder.Build(model));
        Assert.DoesNotContain("pow", listing);
        Assert.Equal(1, listing.Split("exp").Length - 1);
        Assert.Contains("= v*v;", listing);
    }

    private static Population Made(Expression value, double[][] inputs)
    {
        var x = new Symbol("x", SymbolKind.State, Dimension.None);
        var model = new CellModel
        {
            Name = "random",
            Parameters =
            [
                .. new[] { "y", "z" }.Select(n => new ModelParameter(
                    new Symbol(n, SymbolKind.Parameter, Dimension.None), Expression.Constant(0))),
            ],
            Equations = new EquationSystem(
                [
                    new Equation(x, EquationKind.Differential, Expression.Constant(0),
                        ImmutableSortedDictionary<string, Expression>.Empty, EquationFlags.None),
                ],
                ImmutableSortedDictionary<string, Symbol>.Empty.Add("x", x)),
        };
        var population = Population.Create(model, new StepProgram([], [new Assignment(x, value)], []), Cells,
            new PopulationSettings
            {
                Dt = Dt,
                Precision = Precision.Double,
                Parameters = new Dictionary<string, double[]> { ["y"] = [inputs[1][0]], ["z"] = inputs[2] }
                    .ToImmutable(),
            });
        for (var cell = 0; cell < Cells; cell++)
            population["x", cell] = inputs[0][cell];
        return population;
    }

    private static double At(Expression value, double[][] inputs, int cell, double shake, Random random)
    {
        var names = new Dictionary<string, double>
        {
            ["x"] = inputs[0][cell],
            ["y"] = inputs[1][0],
            ["z"] = inputs[2][cell],
            ["t"] = 6 * Dt,
        };
        return Evaluator.Evaluate(value, name => names[name] * (1 + shake * (2 * random.NextDouble() - 1)));
    }
}
