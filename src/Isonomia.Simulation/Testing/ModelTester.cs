using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Testing;

/// <summary>Runs the tests that a model brings with it, on the compiled code that simulations use.</summary>
public static class ModelTester
{
    // Where neither test nor model says: fine enough for all models of the library.
    private const double UsualStep = 0.05e-3;

    /// <summary>Runs a test of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="test">The test.</param>
    /// <param name="precision">The numbers in which it is run.</param>
    /// <returns>What came of each expectation.</returns>
    /// <exception cref="DivergenceException">A state went to infinity.</exception>
    public static ImmutableArray<ModelTestOutcome> Run(CellModel cell, ModelTest test,
        Precision precision = Precision.Single)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(test);
        return Run(ModelTestCell.Of(cell, test), test, test.Dt ?? cell.Dt ?? UsualStep, cell.Seed ?? 0, precision,
            null);
    }

    /// <summary>Runs a test of a receptor: a single synapse on a cell held at a potential.</summary>
    /// <param name="receptor">The receptor.</param>
    /// <param name="test">The test.</param>
    /// <param name="precision">The numbers in which it is run.</param>
    /// <returns>What came of each expectation.</returns>
    /// <exception cref="DivergenceException">A state went to infinity.</exception>
    public static ImmutableArray<ModelTestOutcome> Run(ReceptorModel receptor, ModelTest test,
        Precision precision = Precision.Single)
    {
        ArgumentNullException.ThrowIfNull(receptor);
        ArgumentNullException.ThrowIfNull(test);
        return Run(ModelTestCell.Of(receptor, test), test, test.Dt ?? UsualStep, 0, precision, receptor.OnPre);
    }

    private static ImmutableArray<ModelTestOutcome> Run(
        CellModel cell, ModelTest test, double dt, ulong seed, Precision precision, ImmutableArray<Assignment>? onEvent)
    {
        var population = Population.Create(cell, StepBuilder.Build(cell), 1, new PopulationSettings
        {
            Dt = dt,
            Seed = seed,
            Precision = precision,
        });
        var variables = test.Expectations.Select(e => e.Variable).OfType<string>().Distinct().ToArray();
        var probe = population.Probe(variables.Select(v => (v, cell.Equations.Symbols[v].Read)));
        var observed = variables.ToDictionary(v => v, _ => new Extent(), StringComparer.Ordinal);
        var spikes = new List<double>();
        var events = new Queue<double>(test.Events);
        var steps = (long)Math.Round(test.Duration / dt);
        Span<int> fired = stackalloc int[1];
        for (long step = 0; step <= steps; step++)
        {
            while (onEvent is { } statements && events.TryPeek(out var next) && next <= (step + 0.5) * dt)
            {
                Happen(population, statements);
                events.Dequeue();
            }

            if (step * dt >= test.After)
            {
                probe.Evaluate(step);
                for (var i = 0; i < variables.Length; i++)
                    observed[variables[i]].Add(probe[i, 0]);
            }

            if (step < steps && population.Step(step, fired) > 0 && (step + 1) * dt > test.After)
                spikes.Add((step + 1) * dt);
        }

        return [.. test.Expectations.Select(e => new ModelTestOutcome(e, e.Variable is { } variable
            ? observed[variable].Of(e.Quantity)
            : SpikeQuantities.Of(e.Quantity, spikes, test.Duration - test.After)))];
    }

    // What a spike does to the states of a receptor, in double precision.
    private static void Happen(Population population, ImmutableArray<Assignment> statements)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (target, value) in statements)
            values[target.Name] = Evaluator.Evaluate(value, Read);
        foreach (var state in population.Model.Equations.States.Where(s => values.ContainsKey(s.Name)))
            population[state.Name, 0] = values[state.Name];

        double Read(string name)
        {
            if (values.TryGetValue(name, out var known))
                return known;
            if (population.Model.Equations.Find(name) is { Right: { } right } equation)
                return equation.Kind == Modeling.Syntax.EquationKind.Differential ? population[name, 0]
                    : Evaluator.Evaluate(right, Read);
            return population.Parameter(name)[0];
        }
    }

    private sealed class Extent
    {
        private double last = double.NaN;
        private double least = double.NaN;
        private double most = double.NaN;

        public void Add(double value)
        {
            last = value;
            least = least < value ? least : value;
            most = most > value ? most : value;
        }

        public double Of(ObservedQuantity quantity) => quantity switch
        {
            ObservedQuantity.Final => last,
            ObservedQuantity.Minimum => least,
            _ => most,
        };
    }
}
