using System.Numerics;
using System.Runtime.CompilerServices;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Units;
using Isonomia.Numerics.Files;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// Records values of a population at regular times: of single cells, or summed over cells. Sums go over blocks of 16
/// cells first, then over those in order, so that they do not depend on how cells are divided.
/// </summary>
internal sealed class PopulationRecorder
{
    private readonly Population population;
    private readonly Probe probe;
    private readonly int every;
    private readonly int columns;
    private readonly bool[]? isSummed;
    private readonly Spool<double>[] kept;
    private double[][] rows = [];
    private long firstRow;
    private int used;

    /// <summary>A recorder.</summary>
    /// <param name="model">What is recorded.</param>
    /// <param name="population">The population.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="spool">Where samples go that are many; null for memory.</param>
    public PopulationRecorder(ProbeModel model, Population population, double dt, string? spool)
    {
        (Model, this.population) = (model, population);
        probe = population.Probe(model.Values.Select(v => (v.Name, v.Value)));
        every = Math.Max(1, (int)Math.Round(model.Every / dt));
        Cells = model.Cells is { } some ? [.. some] : [.. Enumerable.Range(0, population.Size)];
        columns = model.IsSum ? population.Padded / Partition.Unit : Cells.Length;
        if (model is { IsSum: true, Cells: not null })
        {
            isSummed = new bool[population.Size];
            foreach (var cell in Cells)
                isSummed[cell] = true;
        }

        kept = [.. model.Values.Select(_ => new Spool<double>(spool))];
    }

    /// <summary>What is recorded.</summary>
    public ProbeModel Model { get; }

    /// <summary>The cells recorded, ascending.</summary>
    public int[] Cells { get; }

    /// <summary>Steps between two samples.</summary>
    public int Every => every;

    /// <summary>The samples so far, each of one value a cell or of one in all; in SI base units.</summary>
    /// <param name="value">Which of the values.</param>
    public Column<double> Samples(int value) => kept[value];

    /// <summary>Adds samples of an earlier stretch of the run.</summary>
    public void Add(int value, ReadOnlySpan<double> samples) => kept[value].Append(samples);

    /// <summary>The dimension of a value.</summary>
    public Dimension DimensionOf(int value) => Model.Values[value].Dimension;

    /// <summary>Makes room for the samples of steps from one to another, exclusive.</summary>
    public void Open(long first, long end)
    {
        firstRow = (first + every - 1) / every;
        used = (int)Math.Max(0, ((end + every - 1) / every) - firstRow) * columns;

        // Every number of them is written before it is read.
        if (rows.Length == 0 || rows[0].Length < used)
            rows = [.. kept.Select(_ => new double[used])];
    }

    /// <summary>Records, at the start of a step, what concerns the cells of one part.</summary>
    public void Record(long step, CellPart part)
    {
        if (step % every != 0)
            return;
        probe.Evaluate(step, part.First, part.Cells);
        var row = (int)((step / every) - firstRow) * columns;
        for (var v = 0; v < rows.Length; v++)
        {
            if (Model.IsSum)
                Sum(v, rows[v].AsSpan(row, columns), part);
            else
                Copy(v, rows[v].AsSpan(row, columns), part);
        }
    }

    /// <summary>Keeps the samples recorded since <see cref="Open"/>.</summary>
    public void Close()
    {
        for (var v = 0; v < rows.Length; v++)
        {
            if (!Model.IsSum)
            {
                kept[v].Append(rows[v].AsSpan(0, used));
                continue;
            }

            for (var at = 0; at < used; at += columns)
            {
                var sum = 0.0;
                foreach (var partial in rows[v].AsSpan(at, columns))
                    sum += partial;
                kept[v].Append([sum]);
            }
        }

    }

    private void Copy(int value, Span<double> row, CellPart part)
    {
        var at = Array.BinarySearch(Cells, part.First);
        for (at = at < 0 ? ~at : at; at < Cells.Length && Cells[at] < part.Cells; at++)
            row[at] = probe[value, Cells[at]];
    }

    private void Sum(int value, Span<double> row, CellPart part)
    {
        if (population.Code.Precision == Precision.Single)
            Sum<float>(value, row, part);
        else
            Sum<double>(value, row, part);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum<T>(int value, Span<double> row, CellPart part)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> numbers = probe.Numbers<T>(value);
        for (var first = part.First; first < part.Cells; first += Partition.Unit)
        {
            var end = Math.Min(first + Partition.Unit, part.Cells);
            var sum = 0.0;
            if (isSummed is null)
            {
                foreach (var number in numbers[first..end])
                    sum += double.CreateTruncating(number);
            }
            else
            {
                for (var cell = first; cell < end; cell++)
                    sum += isSummed[cell] ? double.CreateTruncating(numbers[cell]) : 0;
            }

            row[first / Partition.Unit] = sum;
        }
    }
}
