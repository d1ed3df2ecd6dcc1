using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Compilation.Lowering;
using Isonomia.Simulation.Populations.Kernels;

namespace Isonomia.Simulation.Populations;

/// <summary>
/// Cells of one model that run: their states, parameters and inputs, and the compiled step. A step takes states from t
/// to t + dt, tests the threshold on the new ones, and resets the cells that spike; their spikes' time is t + dt.
/// States are in SI base units. Results do not depend on the width of vectors, nor on how cells are divided among
/// threads.
/// </summary>
public sealed class Population
{
    private const long MostBytes = 2_000_000_000;
    private readonly Dictionary<string, CellMemory> inputs = [];
    private readonly Dictionary<string, double[]> given;
    private readonly CellMemory blocks;
    private BoundLoop loop;

    /// <summary>Cells with their initial values.</summary>
    /// <param name="code">The compiled model.</param>
    /// <param name="size">The number of cells.</param>
    /// <param name="settings">How they are run; precision and inputs are the code's.</param>
    /// <exception cref="ArgumentException">A parameter has values for each cell but was not compiled so, has neither
    /// one nor as many as there are cells, or is none of the model's.</exception>
    public Population(CompiledCell code, int size, PopulationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, int.MaxValue - 15);
        if (!(settings.Dt > 0) || !double.IsFinite(settings.Dt))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Dt, "A time step is positive.");
        Code = code;
        Size = size;
        Settings = settings with { Precision = code.Precision, Inputs = code.Inputs };
        if (code.Arrivals.FirstOrDefault(a => !settings.Quanta.ContainsKey(a.Port.Name)) is { } unknown)
            throw new ArgumentException($"The quantum of port '{unknown.Port.Name}' is not given.", nameof(settings));
        given = settings.Parameters.ToDictionary(p => p.Key, p => (double[])p.Value.Clone());
        foreach (var (name, values) in given)
            RequireParameter(name, values.Length);
        foreach (var input in code.Inputs)
            inputs[input] = new CellMemory(code.Precision, BoundLoop.Padded(size));
        var rows = code.Program.Rows;
        if ((long)Padded * rows.Length * code.Lanes.ElementBytes > MostBytes)
            throw new ArgumentOutOfRangeException(nameof(size), size, "The states would take more than 2 GB.");
        blocks = new CellMemory(code.Precision, Padded * rows.Length);
        var start = Values();
        loop = Bind(start);
        foreach (var row in rows)
        {
            var initial = row switch
            {
                CellNames.Age => [Math.Round(CellNames.Never / settings.Dt)],
                _ => start.Of(row),
            };
            var layout = Layout(row);
            for (var cell = 0; cell < Padded; cell++)
                blocks[layout.IndexOf(cell)] = initial[Math.Min(Math.Min(cell, size - 1), initial.Length - 1)];
        }
    }

    /// <summary>The compiled model.</summary>
    public CompiledCell Code { get; }

    /// <summary>The model.</summary>
    public CellModel Model => Code.Model;

    /// <summary>The number of cells.</summary>
    public int Size { get; }

    /// <summary>How they are run.</summary>
    public PopulationSettings Settings { get; }

    /// <summary>Cells of a block: a range of cells for <see cref="Step(long, int, int, Span{int})"/> begins and ends at
    /// a multiple of it.</summary>
    public int BlockCells => Compilation.Kernels.StepFrame.RowBytes / Code.Lanes.ElementBytes;

    /// <summary>The cells with those that fill the last block: where the last range of cells ends.</summary>
    public int Padded => BoundLoop.Padded(Size);

    /// <summary>A state's value in a cell, in SI base units.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="cell">The cell's index.</param>
    public double this[string state, int cell]
    {
        get => blocks[Layout(state).IndexOf(cell)];
        set => blocks[Layout(state).IndexOf(cell)] = value;
    }

    /// <summary>Compiles a model and makes cells of it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="step">The step of its states.</param>
    /// <param name="size">The number of cells.</param>
    /// <param name="settings">How they are run.</param>
    public static Population Create(CellModel model, StepProgram step, int size, PopulationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var code = CompiledCell.Compile(model, step, new CompileSettings
        {
            Precision = settings.Precision,
            Width = settings.Width,
            Inputs = settings.Inputs,
            PerCell = [.. settings.Parameters.Where(p => p.Value.Length > 1).Select(p => p.Key)],
        });
        return new Population(code, size, settings);
    }

    /// <summary>Performs a step of all cells.</summary>
    /// <param name="step">The step's number; time at its start is step x dt.</param>
    /// <param name="spikes">
    /// Receives the indices of the cells that spike, ascending; as long as there are cells.
    /// </param>
    /// <returns>The number of spikes.</returns>
    /// <exception cref="DivergenceException">A state was infinite or not a number at the start of the step.</exception>
    public int Step(long step, Span<int> spikes) => Step(step, 0, Padded, spikes);

    /// <summary>Performs a step of a range of cells; several threads may do so at once for different ranges.</summary>
    /// <param name="step">The step's number; time at its start is step x dt.</param>
    /// <param name="firstCell">The first cell, a multiple of <see cref="BlockCells"/>.</param>
    /// <param name="endCell">The cell behind the last, a multiple too, at most <see cref="Padded"/>.</param>
    /// <param name="spikes">Receives the indices of the cells that spike, ascending; as long as the range.</param>
    /// <returns>The number of spikes.</returns>
    /// <exception cref="DivergenceException">A state was infinite or not a number at the start of the step.</exception>
    public int Step(long step, int firstCell, int endCell, Span<int> spikes) =>
        Code.Arrivals.IsEmpty
            ? Step(step, firstCell, endCell, spikes, 0)
            : throw new InvalidOperationException($"'{Settings.Name}' must be told what arrives.");

    /// <summary>Performs a step of a range of cells at which spikes arrive.</summary>
    /// <param name="step">The step's number; time at its start is step x dt.</param>
    /// <param name="firstCell">The first cell, a multiple of <see cref="BlockCells"/>.</param>
    /// <param name="endCell">The cell behind the last, a multiple too, at most <see cref="Padded"/>.</param>
    /// <param name="spikes">Receives the indices of the cells that spike, ascending; as long as the range.</param>
    /// <param name="arrivals">
    /// The address of a table: for each of the code's arrivals where its number of cell 0 is or would be; what is read
    /// is cleared.
    /// </param>
    /// <returns>The number of spikes.</returns>
    /// <exception cref="DivergenceException">A state was infinite or not a number at the start of the step.</exception>
    internal int Step(long step, int firstCell, int endCell, Span<int> spikes, nint arrivals)
    {
        if (firstCell < 0 || endCell > Padded || firstCell > endCell || (firstCell | endCell) % BlockCells != 0)
            throw new ArgumentException($"{firstCell} to {endCell} is no range of blocks of {BlockCells} cells.");
        if (spikes.Length < Math.Min(endCell, Size) - firstCell)
            throw new ArgumentException("There must be room for a spike of every cell.", nameof(spikes));
        var count = loop.Run(
            blocks, BlockCells, Code.Program.Rows.Length, step, step * Settings.Dt, firstCell, endCell, spikes, [],
            arrivals, out var isFinite);
        if (!isFinite)
            RequireFinite(step * Settings.Dt);
        return count;
    }

    /// <summary>Throws if a state is not finite.</summary>
    /// <param name="time">The time to report, in seconds.</param>
    /// <exception cref="DivergenceException">A state is infinite or not a number.</exception>
    public void RequireFinite(double time)
    {
        foreach (var row in Code.Program.Checked)
        {
            var layout = Layout(row);
            for (var cell = 0; cell < Size; cell++)
            {
                var value = blocks[layout.IndexOf(cell)];
                if (!double.IsFinite(value))
                    throw new DivergenceException(Settings.Name, row, cell, time, value);
            }
        }
    }

    /// <summary>All states' memory in single precision; see <see cref="Layout"/>.</summary>
    /// <exception cref="InvalidOperationException">The population runs in double precision.</exception>
    public Span<float> Singles => Of(Precision.Single, blocks).Singles;

    /// <summary>All states' memory in double precision; see <see cref="Layout"/>.</summary>
    /// <exception cref="InvalidOperationException">The population runs in single precision.</exception>
    public Span<double> Doubles => Of(Precision.Double, blocks).Doubles;

    /// <summary>All that changes from step to step, as bytes: to keep a run and go on with it.</summary>
    public Span<byte> State => blocks.Raw;

    /// <summary>Where a state lies in the states' memory.</summary>
    /// <param name="state">The state's name.</param>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public StateLayout Layout(string state)
    {
        var row = Code.Program.Rows.IndexOf(state);
        return row >= 0
            ? new StateLayout(row * BlockCells, Code.Program.Rows.Length * BlockCells, BlockCells)
            : throw new ArgumentException($"'{Model.Name}' has no state '{state}'.", nameof(state));
    }

    /// <summary>An input's numbers in single precision, one for each cell (and padding), in SI base units.</summary>
    /// <param name="input">Its name: one of those that the code was compiled with.</param>
    public Span<float> InputSingles(string input) => Of(Precision.Single, Input(input)).Singles;

    /// <summary>An input's numbers in double precision, one for each cell (and padding), in SI base units.</summary>
    /// <param name="input">Its name: one of those that the code was compiled with.</param>
    public Span<double> InputDoubles(string input) => Of(Precision.Double, Input(input)).Doubles;

    /// <summary>An input's numbers in the population's own precision, one for each cell (and padding).</summary>
    internal Span<T> Input<T>(string input)
        where T : unmanaged => Input(input).Numbers<T>();

    /// <summary>Sets an input of a cell.</summary>
    /// <param name="input">Its name: one of those that the code was compiled with.</param>
    /// <param name="cell">The cell's index.</param>
    /// <param name="value">The value in SI base units.</param>
    public void SetInput(string input, int cell, double value) => Input(input)[cell] = value;

    /// <summary>The values of a parameter: one for all cells, or one for each.</summary>
    /// <param name="name">The parameter's name.</param>
    public double[] Parameter(string name)
    {
        RequireParameter(name, 1);
        return (double[])Values().Of(name).Clone();
    }

    /// <summary>Gives a parameter other values from the next step on.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">One for all cells or, where the code was compiled so, one for each; SI base units.</param>
    public void SetParameter(string name, params ReadOnlySpan<double> values)
    {
        RequireParameter(name, values.Length);
        given[name] = values.ToArray();
        if (Code.Program.Rows.Contains(name))
        {
            for (var cell = 0; cell < Size; cell++)
                this[name, cell] = values[values.Length == 1 ? 0 : cell];
        }

        loop = Bind(Values());
    }

    /// <summary>Compiles expressions of this population's states, parameters and inputs for recording.</summary>
    /// <param name="expressions">For each its name and the expression.</param>
    public Probe Probe(params IEnumerable<(string Name, Expression Value)> expressions)
    {
        var asked = expressions.ToArray();
        var (program, function) = Code.Probe(asked.Select(e => e.Value));
        return new Probe(this, blocks, new BoundLoop(program, function, Values(), inputs, Settings, Size),
            [.. asked.Select(e => e.Name)]);
    }

    private static CellMemory Of(Precision precision, CellMemory memory) => memory.Precision == precision
        ? memory
        : throw new InvalidOperationException($"The population runs in {memory.Precision} precision.");

    private BoundLoop Bind(CellValues values) =>
        new(Code.Program, Code.Function, values, inputs, Settings, Size);

    private CellMemory Input(string name) => inputs.TryGetValue(name, out var input)
        ? input
        : throw new ArgumentException($"'{name}' is no input of '{Model.Name}' that is supplied.", nameof(name));

    private CellValues Values()
    {
        var quanta = Code.Arrivals.Select(a => KeyValuePair.Create(a.Quantum, new[] { Settings.Quanta[a.Port.Name] }));
        return new CellValues(
            Model, Code.Step, Size, Settings.Dt, given.Concat(quanta), InitialDraws.Of(Settings, Size));
    }

    private void RequireParameter(string name, int count)
    {
        if (!Model.Parameters.Any(p => p.Name == name)
            && Model.Equations.Find(name) is not { Kind: EquationKind.Parameter })
        {
            throw new ArgumentException($"'{Model.Name}' has no parameter '{name}'.", nameof(name));
        }

        if (count != 1 && (count != Size || !Code.PerCell.Contains(name)))
            throw new ArgumentException($"{count} values of '{name}' for {Size} cells, of which it is "
                + $"{(Code.PerCell.Contains(name) ? "a property" : "no property")}.", nameof(name));
    }
}
