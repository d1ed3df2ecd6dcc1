using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Stimulation;

namespace Isonomia.Simulation.Circuits;

/// <summary>The spikes of a population that only sends them, for one part of its cells.</summary>
internal sealed class SpikeTrainSource
{
    private readonly string name;
    private readonly CellPart part;
    private readonly double dt;
    private readonly ulong seed;
    private readonly uint purpose;
    private readonly EvaluationProgram? rate;
    private readonly bool isConstant;
    private readonly BernoulliSpikes draws = new();
    private readonly double[] probabilities = [];
    private readonly long[] steps = [];
    private readonly int[] cells = [];
    private bool isSet;

    public SpikeTrainSource(PopulationModel population, CellPart part, ulong seed, double dt)
    {
        (name, this.part, this.seed, this.dt) = (population.Name, part, seed, dt);
        purpose = RandomPurpose.Named($"{population.Name}/poisson").Code;
        switch (population.Spikes)
        {
            case SpikeSource.Poisson poisson:
                rate = new EvaluationProgram([poisson.Rate], ["t", "i", "dt"]);
                isConstant = FreeVariables.Of(poisson.Rate).IsEmpty;
                probabilities = new double[population.Size];
                break;
            case SpikeSource.Listed listed:
                var mine = Enumerable.Range(0, listed.Times.Length)
                    .Where(n => listed.Cells[n] >= part.First && listed.Cells[n] < part.Cells)
                    .Select(n => (Step: StepOf(listed.Times[n], dt), Cell: listed.Cells[n]))
                    .Distinct().Order().ToArray();
                steps = Array.ConvertAll(mine, m => m.Step);
                cells = Array.ConvertAll(mine, m => m.Cell);
                break;
        }
    }

    /// <summary>The step at the end of which a spike of some time falls.</summary>
    public static long StepOf(double time, double dt) => Math.Max(0, (long)Math.Round(time / dt) - 1);

    /// <summary>Lists the cells that spike in a step, ascending.</summary>
    /// <returns>How many.</returns>
    public int Step(long step, Span<int> spikes)
    {
        var count = 0;
        if (rate is null)
        {
            var at = Array.BinarySearch(steps, step);
            if (at < 0)
                return 0;
            while (at > 0 && steps[at - 1] == step)
                at--;
            for (; at < steps.Length && steps[at] == step; at++)
                spikes[count++] = cells[at];
            return count;
        }

        if (!isConstant || !isSet)
        {
            for (var cell = part.First; cell < part.Cells; cell++)
                probabilities[cell] = Math.Max(0, Probability(step, cell));
            if (Array.FindIndex(probabilities, double.IsNaN) is >= 0 and var wrong)
            {
                throw new ProjectionException(FormattableString.Invariant(
                    $"population '{name}': the rate of cell {wrong} is not a number at t = {step * dt * 1e3:0.####} ms"));
            }

            draws.Set(probabilities);
            isSet = true;
        }

        return draws.Draw(seed, purpose, step, part.First, part.Cells, spikes);
    }

    private double Probability(long step, int cell)
    {
        Span<double> result = stackalloc double[1];
        rate!.Evaluate([step * dt, cell, dt], result);
        return result[0] * dt;
    }
}
