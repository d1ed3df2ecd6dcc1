using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Numerics.Random.Sampling;

namespace Isonomia.Simulation.Circuits;

/// <summary>A stimulus of Poisson spikes, as one part of its target's cells receives it.</summary>
internal sealed class PoissonDrive
{
    private readonly StimulusModel stimulus;
    private readonly CellPart part;
    private readonly int slot;
    private readonly int quanta;
    private readonly ulong seed;
    private readonly uint purpose;
    private readonly double dt;
    private readonly EvaluationProgram rate;
    private readonly bool isConstant;
    private readonly int[]? cells;
    private double mean = double.NaN;

    public PoissonDrive(StimulusModel stimulus, CellPart part, int port, double quantum, ulong seed, double dt)
    {
        (this.stimulus, this.part, this.seed, this.dt) = (stimulus, part, seed, dt);
        slot = part.Slots[port];
        quanta = (int)Math.Round(stimulus.Weight / quantum);
        purpose = RandomPurpose.Named($"{stimulus.Name}/poisson").Code;
        rate = new EvaluationProgram([stimulus.Rate!], ["t", "dt"]);
        isConstant = FreeVariables.Of(stimulus.Rate!).IsEmpty;
        cells = stimulus.Cells is { } some ? [.. some.Where(c => c >= part.First && c < part.Cells)] : null;
    }

    /// <summary>The rate at which spikes arrive at a cell, in hertz.</summary>
    public double RateAt(double time)
    {
        Span<double> result = stackalloc double[1];
        rate.Evaluate([time, dt], result);
        return result[0];
    }

    /// <summary>Adds what arrives at the end of a step.</summary>
    public void Add(long step, Span<int> slots)
    {
        var time = step * dt;
        if (time < stimulus.Start - (dt / 2) || time >= stimulus.Stop - (dt / 2))
            return;
        if (!isConstant || double.IsNaN(mean))
            mean = RateAt(time) * dt;
        if (!(mean > 0))
            return;
        var own = slots[slot..];
        if (cells is null)
        {
            for (var cell = part.First; cell < part.Cells; cell++)
                own[cell - part.First] += quanta * Count(cell, step);
        }
        else
        {
            foreach (var cell in cells)
                own[cell - part.First] += quanta * Count(cell, step);
        }
    }

    private int Count(int cell, long step)
    {
        var space = new CounterSpace(seed, purpose, (uint)cell);
        return (int)(mean < 10
            ? PoissonDraw.ByInversion(DrawKernel.Uniform(space.Word(step)), mean)
            : PoissonDraw.ByRejection(space, step, mean));
    }
}
