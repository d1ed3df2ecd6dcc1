namespace Isonomia.Restoration.Catalogue;

/// <summary>How a change acts on a parameter.</summary>
public enum ChangeKind
{
    /// <summary>It multiplies it; uncertainty is log-normal.</summary>
    Factor,

    /// <summary>It is added to it, in the parameter's unit; uncertainty is normal.</summary>
    Shift,
}
