namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a projection in C#: every text is what would stand in the file.</summary>
public sealed class ProjectionBuilder : SectionBuilder<ProjectionBuilder>
{
    internal ProjectionBuilder(string origin)
        : base(origin)
    {
    }

    /// <summary>Its name.</summary>
    /// <param name="text">As the key 'name'.</param>
    public ProjectionBuilder Name(string text) => Set("name", text);

    /// <summary>The receptor.</summary>
    /// <param name="text">As the key 'receptor'.</param>
    public ProjectionBuilder Receptor(string text) => Set("receptor", text);

    /// <summary>Who is connected to whom.</summary>
    /// <param name="text">As the key 'rule'.</param>
    public ProjectionBuilder Rule(string text) => Set("rule", text);

    /// <summary>The weight of the synapses.</summary>
    /// <param name="text">As the key 'weight'.</param>
    public ProjectionBuilder Weight(string text) => Set("weight", text);

    /// <summary>The delay of the synapses.</summary>
    /// <param name="text">As the key 'delay'.</param>
    public ProjectionBuilder Delay(string text) => Set("delay", text);

    /// <summary>The sources.</summary>
    /// <param name="names">Names of populations.</param>
    public ProjectionBuilder From(params string[] names) => SetNames("from", names);

    /// <summary>The targets.</summary>
    /// <param name="names">Names of populations.</param>
    public ProjectionBuilder To(params string[] names) => SetNames("to", names);

    /// <summary>Adds a named value, or a list or matrix of them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as in the file.</param>
    public ProjectionBuilder Value(string name, string value) => SetInner("values", name, value);

    /// <summary>Whether a cell may project to itself.</summary>
    /// <param name="value">As the key 'autapses'.</param>
    public ProjectionBuilder Autapses(bool value = true) => Set("autapses", value ? "true" : "false");

    /// <summary>Whether two cells may have several synapses.</summary>
    /// <param name="value">As the key 'multapses'.</param>
    public ProjectionBuilder Multapses(bool value = true) => Set("multapses", value ? "true" : "false");
}
