using System.Collections.Immutable;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations.Kernels;

namespace Isonomia.Simulation.Populations;

/// <summary>Expressions of a population, compiled for recording.</summary>
public sealed class Probe
{
    private readonly Population population;
    private readonly CellMemory blocks;
    private readonly BoundLoop loop;
    private readonly CellMemory[] values;
    private readonly nint[] addresses;

    internal Probe(Population population, CellMemory blocks, BoundLoop loop, ImmutableArray<string> names)
    {
        this.population = population;
        this.blocks = blocks;
        this.loop = loop;
        Names = names;
        values = [.. names.Select(_ => new CellMemory(population.Code.Precision, population.Padded))];
        addresses = BoundLoop.Pinned(Array.ConvertAll(values, v => v.Address));
    }

    /// <summary>What is recorded.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>A value of the last evaluation, in SI base units; true is 1.</summary>
    /// <param name="which">Index among <see cref="Names"/>.</param>
    /// <param name="cell">The cell's index.</param>
    public double this[int which, int cell] => values[which][cell];

    /// <summary>All values of the last evaluation, one a cell, in the population's own numbers.</summary>
    internal Span<T> Numbers<T>(int which)
        where T : unmanaged => values[which].Numbers<T>();

    /// <summary>Evaluates the expressions from the states as they are.</summary>
    /// <param name="step">The number of the step that comes next: t is step x dt, and draws are that step's.</param>
    public void Evaluate(long step) => Evaluate(step, 0, population.Size);

    /// <summary>Evaluates the expressions of some cells from the states as they are.</summary>
    /// <param name="step">The number of the step that comes next: t is step x dt, and draws are that step's.</param>
    /// <param name="firstCell">The first cell.</param>
    /// <param name="endCell">The cell behind the last.</param>
    public void Evaluate(long step, int firstCell, int endCell)
    {
        var block = population.BlockCells;
        ArgumentOutOfRangeException.ThrowIfNegative(firstCell);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endCell, population.Size);
        loop.Run(blocks, block, population.Code.Program.Rows.Length, step, step * population.Settings.Dt,
            firstCell / block * block, (endCell + block - 1) / block * block, [], addresses, 0, out _);
    }
}
