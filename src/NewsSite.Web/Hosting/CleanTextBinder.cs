using Microsoft.AspNetCore.Mvc.ModelBinding;
using NewsSite.Text;

namespace NewsSite.Web.Hosting;

/// <summary>Every string that a page takes from a form, a query or a route is made fit to keep here, once.</summary>
public sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, values);
            bindingContext.Result = ModelBindingResult.Success(values.FirstValue is { } text ? CleanText.Of(text) : null);
        }
        return Task.CompletedTask;
    }
}

public sealed class CleanTextBinderProvider : IModelBinderProvider
{
    // Headers are not text that is kept.
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource != BindingSource.Header ? new CleanTextBinder() : null;
}
