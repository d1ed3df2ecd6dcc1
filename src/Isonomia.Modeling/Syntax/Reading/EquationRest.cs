namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>What can still be read behind the head of an equation.</summary>
internal enum EquationRest
{
    /// <summary>Nothing: the head is all that is understood of the equation.</summary>
    Nothing,

    /// <summary>Its unit and its flags.</summary>
    Unit,

    /// <summary>Its right side, its unit and its flags.</summary>
    RightAndUnit,

    /// <summary>The same, but the right side is that of another equation: C*dv/dt = ...</summary>
    OtherRightAndUnit,
}
