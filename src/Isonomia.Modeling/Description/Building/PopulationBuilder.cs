namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a population in C#: every text is what would stand in the file.</summary>
public sealed class PopulationBuilder : SectionBuilder<PopulationBuilder>
{
    internal PopulationBuilder(string origin)
        : base(origin)
    {
    }

    /// <summary>The cell model.</summary>
    /// <param name="text">As the key 'cell'.</param>
    public PopulationBuilder Cell(string text) => Set("cell", text);

    /// <summary>Instead of a cell: sources of spikes.</summary>
    /// <param name="text">As the key 'spikes'.</param>
    public PopulationBuilder Spikes(string text) => Set("spikes", text);

    /// <summary>The number of cells.</summary>
    /// <param name="text">As the key 'size'.</param>
    public PopulationBuilder Size(string text) => Set("size", text);

    /// <summary>What sort of cells they are.</summary>
    /// <param name="text">As the key 'class'.</param>
    public PopulationBuilder Class(string text) => Set("class", text);

    /// <summary>Their layer or region.</summary>
    /// <param name="text">As the key 'layer'.</param>
    public PopulationBuilder Layer(string text) => Set("layer", text);

    /// <summary>Where the cells are.</summary>
    /// <param name="text">As the key 'space'.</param>
    public PopulationBuilder Space(string text) => Set("space", text);

    /// <summary>Adds a named value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as in the file.</param>
    public PopulationBuilder Value(string name, string value) => SetInner("values", name, value);

    /// <summary>Changes a parameter of the cell.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as in the file.</param>
    public PopulationBuilder Parameter(string name, string value) => SetInner("parameters", name, value);

    /// <summary>Changes an initial value of the cell.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as in the file.</param>
    public PopulationBuilder Initial(string name, string value) => SetInner("initial", name, value);
}
