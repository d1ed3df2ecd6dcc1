using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Compilation.Lowering;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Running;

/// <summary>
/// Hands the spikes of one input to a range of cells, at the start of the step in which they arrive. What a spike does
/// is evaluated in double precision, once a spike; that is rare against steps.
/// </summary>
internal sealed class SpikeDelivery
{
    private readonly Population population;
    private readonly SpikeInput input;
    private readonly int first;
    private readonly RandomStream[] streams;
    private readonly double[] next;
    private readonly int[] position;
    private readonly (string Target, EvaluationProgram Value, Func<int, double, double>[] Reads)[] statements;

    public SpikeDelivery(Population population, SpikeInput input, int number, int first, int end)
    {
        (this.population, this.input, this.first) = (population, input, first);
        next = new double[end - first];
        position = new int[end - first];
        streams = new RandomStream[input.Rate > 0 ? end - first : 0];
        for (var cell = first; cell < end; cell++)
        {
            if (input.Rate > 0)
                streams[cell - first] = new RandomStream((long)population.Settings.Seed, $"spike input {number}", cell);
            next[cell - first] = Following(cell, 0);
        }

        statements =
        [
            .. input.OnSpike.Select(a =>
            {
                var names = FreeVariables.Of(a.Value).ToArray();
                return (a.Target.Name, new EvaluationProgram([a.Value], names), Array.ConvertAll(names, Read));
            }),
        ];
    }

    /// <summary>Delivers what arrives before a step's end.</summary>
    public void Deliver(long step)
    {
        var dt = population.Settings.Dt;
        // As timestep() has it: a spike at the very start of a step belongs to it in spite of rounding.
        var until = (step + 1 - 1e-3) * dt;
        for (var i = 0; i < next.Length; i++)
        {
            while (next[i] < until)
            {
                Apply(first + i, step * dt);
                next[i] = Following(first + i, next[i]);
            }
        }
    }

    private double Following(int cell, double time)
    {
        if (input.Rate > 0)
            return time + streams[cell - first].Exponential(1 / input.Rate);
        var at = position[cell - first]++;
        return at < input.Times.Length ? input.Times[at] : double.PositiveInfinity;
    }

    private void Apply(int cell, double time)
    {
        Span<double> result = stackalloc double[1];
        foreach (var (target, value, reads) in statements)
        {
            var inputs = new double[reads.Length];
            for (var i = 0; i < inputs.Length; i++)
                inputs[i] = reads[i](cell, time);
            value.Evaluate(inputs, result);
            population[target, cell] = result[0];
        }
    }

    private Func<int, double, double> Read(string name)
    {
        if (name == "t")
            return (_, time) => time;
        if (name == "dt")
            return (_, _) => population.Settings.Dt;
        if (population.Code.Program.Rows.Contains(name))
            return (cell, _) => population[name, cell];
        if (name == "not_refractory" && population.Code.Program.Rows.Contains(CellNames.Refractory))
            return (cell, _) => population[CellNames.Refractory, cell] <= 0 ? 1 : 0;
        var values = population.Parameter(name);
        return (cell, _) => values[values.Length == 1 ? 0 : cell];
    }
}
