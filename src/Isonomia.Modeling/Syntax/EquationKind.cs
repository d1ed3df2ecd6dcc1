namespace Isonomia.Modeling.Syntax;

/// <summary>What an equation defines.</summary>
public enum EquationKind
{
    /// <summary>A state, by its derivative: dv/dt = ... : volt.</summary>
    Differential,

    /// <summary>A value computed from others whenever it is used: I = g*(E - v) : amp.</summary>
    Subexpression,

    /// <summary>A value given from outside: g : siemens (constant).</summary>
    Parameter,
}
