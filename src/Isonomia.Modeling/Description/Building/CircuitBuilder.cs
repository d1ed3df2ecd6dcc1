using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a circuit in C#, in the words of its file.</summary>
/// <example>
/// <code>
/// var circuit = new CircuitBuilder("pair")
///     .Parameter("J", "0.1 mV")
///     .Population("E", p => p.Cell("cells/lif-delta").Size("1000").Class("E"))
///     .Projection(p => p.From("E").To("E").Receptor("receptors/delta").Rule("{in_degree: 100}").Weight("J"))
///     .Probe(p => p.Of("E").Spikes())
///     .Build();
/// </code>
/// </example>
public sealed class CircuitBuilder
{
    private readonly string origin;
    private CircuitDescription described;

    /// <summary>Begins a circuit.</summary>
    /// <param name="name">Its name.</param>
    public CircuitBuilder(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        origin = $"circuit '{name}'";
        described = new CircuitDescription { Name = Text(name, "name"), Equations = Text("", "equations") };
    }

    /// <summary>What sort of circuit it is.</summary>
    /// <param name="text">As the key 'kind'.</param>
    public CircuitBuilder Kind(string text) => Set(described with { Kind = text });

    /// <summary>What it is, for people.</summary>
    /// <param name="text">As the key 'description'.</param>
    public CircuitBuilder Description(string text) => Set(described with { Description = text });

    /// <summary>The paper it comes from.</summary>
    /// <param name="text">As the key 'source'.</param>
    public CircuitBuilder Source(string text) => Set(described with { Source = text });

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: a quantity, or an expression of other parameters.</param>
    /// <param name="meaning">What it is, for people.</param>
    public CircuitBuilder Parameter(string name, string value, string? meaning = null) => Set(described with
    {
        Parameters = described.Parameters.Add(new ParameterDescription(
            Text(name, $"parameter {name}"), Text(value, $"parameter {name}"), Meaning: meaning)),
    });

    /// <summary>The time step.</summary>
    /// <param name="text">As the key 'dt'.</param>
    public CircuitBuilder Dt(string text) => Set(described with { Dt = Text(text, "dt") });

    /// <summary>How long it runs.</summary>
    /// <param name="text">As the key 'duration'.</param>
    public CircuitBuilder Duration(string text) => Set(described with { Duration = Text(text, "duration") });

    /// <summary>The seed of all randomness.</summary>
    /// <param name="value">As the key 'seed'.</param>
    public CircuitBuilder Seed(ulong value) => Set(described with { Seed = value });

    /// <summary>The folder from which files that it names are read.</summary>
    /// <param name="path">The folder.</param>
    public CircuitBuilder Folder(string path) => Set(described with { Folder = path });

    /// <summary>Adds a population.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="describe">Says what it is.</param>
    public CircuitBuilder Population(string name, Action<PopulationBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var builder = new PopulationBuilder($"{origin}, population '{name}'");
        describe(builder);
        var entry = new WrittenEntry(Text(name, $"population '{name}'"), builder.Describe());
        return Set(described with { Populations = described.Populations.Add(entry) });
    }

    /// <summary>Adds a projection.</summary>
    /// <param name="describe">Says what it is.</param>
    public CircuitBuilder Projection(Action<ProjectionBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var builder = new ProjectionBuilder($"{origin}, projection {described.Projections.Length}");
        describe(builder);
        return Set(described with { Projections = described.Projections.Add(builder.Describe()) });
    }

    /// <summary>Adds spikes or a current from outside.</summary>
    /// <param name="kind">poisson, spikes or current.</param>
    /// <param name="describe">Says what they are.</param>
    public CircuitBuilder Stimulus(string kind, Action<StimulusBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var builder = new StimulusBuilder($"{origin}, stimulus {described.Stimuli.Length}", kind);
        describe(builder);
        return Set(described with { Stimuli = described.Stimuli.Add(builder.Describe()) });
    }

    /// <summary>Adds a probe.</summary>
    /// <param name="describe">Says what is recorded.</param>
    public CircuitBuilder Probe(Action<ProbeBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var builder = new ProbeBuilder($"{origin}, probe {described.Probes.Length}");
        describe(builder);
        return Set(described with { Probes = described.Probes.Add(builder.Describe()) });
    }

    /// <summary>The description so far; nothing of it is checked.</summary>
    public CircuitDescription Describe() => described;

    /// <summary>The circuit.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public CircuitModel Build() => described.ToModel();

    private CircuitBuilder Set(CircuitDescription changed)
    {
        described = changed;
        return this;
    }

    private ModelText Text(string text, string part)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ModelText(text, $"{origin}, {part}");
    }
}
