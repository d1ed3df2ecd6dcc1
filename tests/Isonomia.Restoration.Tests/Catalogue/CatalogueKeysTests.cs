using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Tests.Catalogue;

public class CatalogueKeysTests
{
    [Fact]
    public void The_page_of_the_catalogue_names_every_key()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
            folder = folder.Parent!;
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "catalogue.md"));
        foreach (var key in CatalogueKeys.Condition.Concat(CatalogueKeys.Intervention).Concat(CatalogueKeys.Card))
            Assert.Contains($"`{key.Name}`", page);
    }
}
