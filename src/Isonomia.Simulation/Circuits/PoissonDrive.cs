using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Stimulation;

namespace Isonomia.Simulation.Circuits;

/// <summary>A stimulus of Poisson spikes, as one part of its target's cells receives it.</summary>
internal sealed class PoissonDrive
{
    /// <summary>The highest rate of a stimulus that changes in time, in hertz: what sums leave room for.</summary>
    public const double MostChangingRate = 1e6;

    private const double MostCount = 1e6;
    private readonly string name;
    private readonly double most;
    private readonly int quanta;
    private readonly ulong seed;
    private readonly uint purpose;
    private readonly double dt;
    private readonly double start;
    private readonly double stop;
    private readonly EvaluationProgram rate;
    private readonly bool isConstant;
    private readonly (int Cell, int Slot, int Count)[] runs;
    private readonly PoissonCounts counts = new();
    private readonly double[] inputs = new double[2];
    private readonly double[] result = new double[1];
    private bool isSet;

    /// <summary>A drive.</summary>
    /// <param name="stimulus">The stimulus; it has a rate.</param>
    /// <param name="part">The cells.</param>
    /// <param name="port">The place of its port among the population's.</param>
    /// <param name="quantum">What one unit is worth at that port.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="dt">The time step in seconds.</param>
    public PoissonDrive(StimulusModel stimulus, CellPart part, int port, double quantum, ulong seed, double dt)
    {
        (this.seed, this.dt) = (seed, dt);
        (start, stop) = (stimulus.Start - (dt / 2), stimulus.Stop - (dt / 2));
        quanta = (int)Math.Round(stimulus.Weight / quantum);
        purpose = RandomPurpose.Named($"{stimulus.Name}/poisson").Code;
        rate = new EvaluationProgram([stimulus.Rate!], ["t", "dt"]);
        isConstant = FreeVariables.Of(stimulus.Rate!).IsEmpty;
        name = stimulus.Name;
        most = isConstant ? MostCount / dt : MostChangingRate;
        runs = Runs(stimulus, part, part.Slots[port]);
    }

    /// <summary>Adds what arrives at the end of a step.</summary>
    /// <exception cref="ProjectionException">The rate is not a number, or beyond all bounds.</exception>
    public void Add(long step, Span<int> slots)
    {
        var time = step * dt;
        if (time < start || time >= stop)
            return;
        if (!isConstant || !isSet)
        {
            (inputs[0], inputs[1]) = (time, dt);
            rate.Evaluate(inputs, result);
            if (!(result[0] <= most))
                throw new ProjectionException(Beyond(time, result[0]));
            counts.Set(Math.Max(0, result[0] * dt));
            isSet = true;
        }

        foreach (var (cell, slot, count) in runs)
            counts.AddTo(slots.Slice(slot, count), quanta, seed, purpose, step, cell);
    }

    private string Beyond(double time, double found) => FormattableString.Invariant(
        $"stimulus '{name}': its rate is {found:0.######} Hz at t = {time * 1e3:0.####} ms, where at most {most:0.######} Hz are possible");

    // Cells that follow each other are drawn together.
    private static (int Cell, int Slot, int Count)[] Runs(StimulusModel stimulus, CellPart part, int slot)
    {
        if (stimulus.Cells is not { } cells)
            return [(part.First, slot, part.Cells - part.First)];
        var found = new List<(int Cell, int Slot, int Count)>();
        foreach (var cell in cells.Where(c => c >= part.First && c < part.Cells))
        {
            if (found.Count > 0 && found[^1].Cell + found[^1].Count == cell)
                found[^1] = found[^1] with { Count = found[^1].Count + 1 };
            else
                found.Add((cell, slot + cell - part.First, 1));
        }

        return [.. found];
    }
}
