namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>The floating-point type of printed code.</summary>
public enum CReal
{
    /// <summary>64 bits: exp(0.5*x).</summary>
    Double,

    /// <summary>32 bits: expf(0.5f*x).</summary>
    Float,
}
