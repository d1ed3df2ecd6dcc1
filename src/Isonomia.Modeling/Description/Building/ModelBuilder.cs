using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Building;

/// <summary>
/// Describes a model in C#, in the words of a model file: every text is what would stand in the file, every method one
/// of its keys. Methods add to the description and return the builder.
/// </summary>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class ModelBuilder<TBuilder>
    where TBuilder : ModelBuilder<TBuilder>
{
    private readonly string origin;

    private protected ModelBuilder(string sort, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        origin = $"{sort} '{name}'";
        Name = name;
    }

    private protected string Name { get; }

    private protected string? Sort { get; private set; }

    private protected string? Prose { get; private set; }

    private protected string? Paper { get; private set; }

    private protected List<ParameterDescription> Parameters { get; } = [];

    private protected ModelText? Written { get; private set; }

    private protected List<NamedText> AtStart { get; } = [];

    private protected ModelText? Method { get; private set; }

    private protected List<VariantDescription> Versions { get; } = [];

    private protected List<TestDescription> Experiments { get; } = [];

    /// <summary>What sort of model it is.</summary>
    /// <param name="text">As the key 'kind'.</param>
    public TBuilder Kind(string text) => Set(() => Sort = text);

    /// <summary>What it is, for people.</summary>
    /// <param name="text">As the key 'description'.</param>
    public TBuilder Description(string text) => Set(() => Prose = text);

    /// <summary>The paper it comes from.</summary>
    /// <param name="text">As the key 'source'.</param>
    public TBuilder Source(string text) => Set(() => Paper = text);

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: a quantity, or an expression of other parameters.</param>
    /// <param name="unit">A unit by which the value is multiplied.</param>
    /// <param name="meaning">What it is, for people.</param>
    /// <param name="minimum">The smallest allowed value.</param>
    /// <param name="maximum">The largest allowed value.</param>
    public TBuilder Parameter(
        string name, string value, string? unit = null, string? meaning = null, string? minimum = null,
        string? maximum = null)
    {
        var at = $"parameter {name}";
        return Set(() => Parameters.Add(new ParameterDescription(
            Text(name, at), Text(value, at), unit is null ? null : Text(unit, at), meaning,
            minimum is null ? null : Text(minimum, at), maximum is null ? null : Text(maximum, at))));
    }

    /// <summary>The equations.</summary>
    /// <param name="text">As the key 'equations'.</param>
    public TBuilder Equations(string text) => Set(() => Written = Text(text, "equations"));

    /// <summary>Adds an initial value.</summary>
    /// <param name="name">The state.</param>
    /// <param name="value">Its value at the start.</param>
    public TBuilder Initial(string name, string value) =>
        Set(() => AtStart.Add(new NamedText(Text(name, "initial"), Text(value, $"initial {name}"))));

    /// <summary>How the equations are stepped.</summary>
    /// <param name="method">The integrator.</param>
    public TBuilder Integrator(IntegrationMethod method) =>
        Set(() => Method = Text(IntegratorNames.Name(method), "integrator"));

    /// <summary>Adds a named version.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="changes">What it changes.</param>
    public TBuilder Variant(string name, Action<VariantBuilder> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var variant = new VariantBuilder(name, $"{origin}, variant '{name}'");
        changes(variant);
        return Set(() => Versions.Add(variant.Describe()));
    }

    /// <summary>Adds a test that the model must pass.</summary>
    /// <param name="duration">How long it runs, as the key 'for'.</param>
    /// <param name="experiment">What is done and what is expected.</param>
    public TBuilder Test(string duration, Action<TestBuilder> experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var test = new TestBuilder(duration, $"{origin}, test");
        experiment(test);
        return Set(() => Experiments.Add(test.Describe()));
    }

    private protected ModelText Text(string text, string part)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ModelText(text, $"{origin}, {part}");
    }

    private protected TBuilder Set(Action change)
    {
        change();
        return (TBuilder)this;
    }

    /// <summary>What all models have, put into an empty description.</summary>
    private protected TDescription Common<TDescription>(TDescription empty)
        where TDescription : ModelDescription => (TDescription)(ModelDescription)(empty with
        {
            Kind = Sort,
            Description = Prose,
            Source = Paper,
            Parameters = [.. Parameters],
            Initial = [.. AtStart],
            Integrator = Method,
            Variants = [.. Versions],
            Tests = [.. Experiments],
        });
}
