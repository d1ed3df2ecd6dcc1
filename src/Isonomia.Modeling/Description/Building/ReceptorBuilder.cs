using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a receptor model in C#.</summary>
/// <example>
/// <code>
/// var ampa = new ReceptorBuilder("ampa")
///     .Parameter("tau", "5 ms").Parameter("E", "0 mV")
///     .Equations("""
///         dg/dt = -g/tau : siemens
///         I_syn = g*(E - v) : amp
///         """)
///     .OnPre("g += w")
///     .Build();
/// </code>
/// </example>
public sealed class ReceptorBuilder : ModelBuilder<ReceptorBuilder>
{
    private ModelText? onPre;
    private ModelText? onPost;
    private StateLocation state;

    /// <summary>Begins a receptor model.</summary>
    /// <param name="name">Its name.</param>
    public ReceptorBuilder(string name)
        : base("receptor", name)
    {
    }

    /// <summary>What a presynaptic spike does.</summary>
    /// <param name="text">As the key 'on_pre'.</param>
    public ReceptorBuilder OnPre(string text) => Set(() => onPre = Text(text, "on_pre"));

    /// <summary>What a postsynaptic spike does.</summary>
    /// <param name="text">As the key 'on_post'.</param>
    public ReceptorBuilder OnPost(string text) => Set(() => onPost = Text(text, "on_post"));

    /// <summary>Where its state lives.</summary>
    /// <param name="location">As the key 'state'.</param>
    public ReceptorBuilder State(StateLocation location) => Set(() => state = location);

    /// <summary>The description so far; nothing of it is checked.</summary>
    public ReceptorDescription Describe() => Common(new ReceptorDescription
    {
        Name = Text(Name, "name"),
        Equations = Written ?? Text("", "equations"),
        OnPre = onPre,
        OnPost = onPost,
        State = state,
    });

    /// <summary>The model, on a cell with a membrane potential v in volt.</summary>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public ReceptorModel Build() => Describe().ToModel();
}
