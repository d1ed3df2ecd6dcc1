using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a cell model in C#.</summary>
/// <example>
/// <code>
/// var lif = new CellBuilder("lif")
///     .Parameter("tau", "20 ms")
///     .Equations("dv/dt = -v/tau : volt")
///     .Threshold("v > 20 mV")
///     .Reset("v = 0 mV")
///     .Build();
/// </code>
/// </example>
public sealed class CellBuilder : ModelBuilder<CellBuilder>
{
    private ModelText? threshold;
    private ModelText? reset;
    private ModelText? refractory;
    private ModelText? input;
    private ModelText? dt;
    private ModelText? duration;
    private ulong? seed;

    /// <summary>Begins a cell model.</summary>
    /// <param name="name">Its name.</param>
    public CellBuilder(string name)
        : base("cell", name)
    {
    }

    /// <summary>The condition under which it spikes.</summary>
    /// <param name="text">As the key 'threshold'.</param>
    public CellBuilder Threshold(string text) => Set(() => threshold = Text(text, "threshold"));

    /// <summary>What happens at a spike.</summary>
    /// <param name="text">As the key 'reset'.</param>
    public CellBuilder Reset(string text) => Set(() => reset = Text(text, "reset"));

    /// <summary>How long it stays refractory, or the condition while which it does.</summary>
    /// <param name="text">As the key 'refractory'.</param>
    public CellBuilder Refractory(string text) => Set(() => refractory = Text(text, "refractory"));

    /// <summary>The input when it is run alone.</summary>
    /// <param name="text">As the key 'input'.</param>
    public CellBuilder Input(string text) => Set(() => input = Text(text, "input"));

    /// <summary>The time step it asks for.</summary>
    /// <param name="text">As the key 'dt'.</param>
    public CellBuilder Dt(string text) => Set(() => dt = Text(text, "dt"));

    /// <summary>The duration it asks for.</summary>
    /// <param name="text">As the key 'duration'.</param>
    public CellBuilder Duration(string text) => Set(() => duration = Text(text, "duration"));

    /// <summary>The seed it asks for.</summary>
    /// <param name="value">As the key 'seed'.</param>
    public CellBuilder Seed(ulong value) => Set(() => seed = value);

    /// <summary>The description so far; nothing of it is checked.</summary>
    public CellDescription Describe() => Common(new CellDescription
    {
        Name = Text(Name, "name"),
        Equations = Written ?? Text("", "equations"),
        Threshold = threshold,
        Reset = reset,
        Refractory = refractory,
        Input = input,
        Dt = dt,
        Duration = duration,
        Seed = seed,
    });

    /// <summary>The model.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public CellModel Build() => Describe().ToModel();
}
