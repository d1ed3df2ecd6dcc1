namespace Isonomia.Modeling.Equations;

/// <summary>What a name in a model stands for.</summary>
public enum SymbolKind
{
    /// <summary>A state: it has a differential equation.</summary>
    State,

    /// <summary>A value computed from others whenever it is used.</summary>
    Subexpression,

    /// <summary>A value given from outside.</summary>
    Parameter,

    /// <summary>A value that the simulation knows: t, dt, i, N, lastspike, not_refractory.</summary>
    BuiltIn,

    /// <summary>A value that what is connected supplies, zero where nothing does: I_syn, I_ext.</summary>
    Input,

    /// <summary>A value that lives within one list of statements.</summary>
    Temporary,

    /// <summary>
    /// A name that is defined, but wrongly: whoever finds it in an expression says nothing; the fault is elsewhere.
    /// </summary>
    Undetermined,
}
